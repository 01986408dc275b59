/** What a link to an id (`[](#id)`) can mean. */
import type { Entry, Records } from './stages.ts';

/** Kinds that can be linked to, in the order in which an id is looked for. */
const linkable = ['figure', 'finding', 'takeaway', 'trend', 'term', 'event', 'quote'] as const;

/** records, id → the record it names, or undefined. */
export function targetOf(records: Records, id: string): Entry | undefined {
  for (const kind of linkable) {
    const found = records[kind].get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** records → every id that can be linked to, with its records in the order of `targetOf`. */
export function linkableIn(records: Records): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const kind of linkable) {
    for (const entry of records[kind].values()) {
      const known = found.get(entry.id);
      if (known === undefined) found.set(entry.id, [entry]);
      else known.push(entry);
    }
  }
  return found;
}
