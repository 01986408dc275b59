/** Diagnostics of the area "language". */
import { error } from './define.ts';

export const languageCodes = {} as const;
