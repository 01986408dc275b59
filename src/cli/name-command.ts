/** A word in the place of a brief that was meant for a command. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';

/**
 * diagnostic, names of the commands → the same, or, where it misses a brief whose id is nearly the name
 * of a command, with that command in its hint.
 */
export function nameCommand(diagnostic: Diagnostic, names: readonly string[]): Diagnostic {
  const { code, brief, hint } = diagnostic;
  if (code !== 'brief-missing' || brief === undefined) return diagnostic;
  const near = didYouMean(brief, names);
  if (near === undefined) return diagnostic;
  const command = `did you mean the command "brief ${near}"?`;
  const isAlsoNearBrief = hint?.startsWith('did you mean') === true;
  return { ...diagnostic, hint: isAlsoNearBrief ? `${hint} Or ${command}` : command };
}
