/** Diagnostics of the area "citation". */
import { error } from './define.ts';

export const citationCodes = {} as const;
