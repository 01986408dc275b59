/** Chains that must end somewhere: what supersedes what, and which body belongs to which. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { placeOf } from '../model/place.ts';
import type { Entry, Records } from '../model/stages.ts';

/** records → `reference-cycle`, once a circle. */
export function findCycles(records: Records): Diagnostic[] {
  const findings = circles(records.finding, ({ data }) => data.supersededBy, 'supersededBy');
  const bodies = circles(records.organisation, ({ data }) => data.parent, 'parent');
  return [...findings, ...bodies];
}

function circles<E extends Entry>(
  entries: ReadonlyMap<string, E>,
  next: (entry: E) => string | undefined,
  field: string,
): Diagnostic[] {
  const settled = new Set<string>();
  const found: Diagnostic[] = [];
  for (const start of entries.values()) {
    if (next(start) === undefined) continue;
    const trail: E[] = [];
    let at: E | undefined = start;
    while (at !== undefined && !settled.has(at.id) && !trail.includes(at)) {
      trail.push(at);
      const id = next(at);
      at = id === undefined ? undefined : entries.get(id);
    }
    if (at !== undefined && trail.includes(at)) {
      const circle = [...trail.slice(trail.indexOf(at)), at].map(({ id }) => id);
      found.push(diagnose('reference-cycle', { path: circle.join(' → ') }, placeOf(at, [field])));
    }
    for (const { id } of trail) settled.add(id);
  }
  return found;
}
