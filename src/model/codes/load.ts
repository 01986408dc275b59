/** Diagnostics of the area "load". */
import { error } from './define.ts';

export const loadCodes = {} as const;
