/** Diagnostics of the area "resolve". */
import { error } from './define.ts';

export const resolveCodes = {} as const;
