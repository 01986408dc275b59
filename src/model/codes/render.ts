/** Diagnostics of the area "render". */
import { error } from './define.ts';

export const renderCodes = {} as const;
