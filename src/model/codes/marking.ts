/** Diagnostics of the area "marking". */
import { error } from './define.ts';

export const markingCodes = {} as const;
