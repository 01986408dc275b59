/** What the command's exit status says. */

import { environmentCodes } from '../model/codes/environment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

export const exitStatus = { clean: 0, content: 1, usage: 2, environment: 3 } as const;

/** diagnostics → status: content before environment, as its remedy is in the author's hands. */
export function statusOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitStatus.clean;
  const isOurs = errors.every(({ code }) => Object.hasOwn(environmentCodes, code));
  return isOurs ? exitStatus.environment : exitStatus.content;
}
