/** Diagnostics of the area "audit". */
import { error } from './define.ts';

export const auditCodes = {} as const;
