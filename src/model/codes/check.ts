/** Diagnostics of the area "check". */
import { error } from './define.ts';

export const checkCodes = {} as const;
