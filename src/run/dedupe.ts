/** What several briefs say of the same place is said once. */
import type { Diagnostic } from '../model/diagnostic.ts';

/** diagnostics → the first of each code, place and message, in the order given. */
export function dedupe(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = `${code} ${span?.file} ${span?.start} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
