/** Diagnostics of the area "compose". */
import { error } from './define.ts';

export const composeCodes = {} as const;
