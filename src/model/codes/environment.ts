/** Diagnostics of the area "environment". */
import { error } from './define.ts';

export const environmentCodes = {} as const;
