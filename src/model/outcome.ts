/** What every stage returns: a value and everything there is to say about it. */
import type { Diagnostic } from './diagnostic.ts';

/** The value is complete even when diagnostics hold errors; callers ask `hasErrors` before going on. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** value → outcome with nothing to say. */
export function clean<T>(value: T): Outcome<T> {
  return { value, diagnostics: [] };
}
