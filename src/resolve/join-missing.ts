/** A record whose id was mistyped is missed wherever it is named: that is one mistake, told once. */
import type { Diagnostic } from '../model/diagnostic.ts';

/** diagnostics → the same, with those that miss one and the same record joined at the first of them. */
export function joinMissing(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [index, diagnostic] of diagnostics.entries()) {
    const isMissing = diagnostic.code === 'reference-missing';
    // The message names the kind and the id, and nothing else.
    const key = isMissing ? diagnostic.message : String(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const related = others.flatMap(({ span }) =>
      span === undefined ? [] : [{ message: 'it is named here as well', span }],
    );
    return [{ ...first, related }];
  });
}
