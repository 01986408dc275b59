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

/** records, id → every record that it may name, in the order of `targetOf`. */
export function targetsOf(records: Records, id: string): readonly Entry[] {
  return linkable.flatMap((kind) => records[kind].get(id) ?? []);
}

/** records → every id that can be linked to. */
export function linkableIn(records: Records): ReadonlySet<string> {
  return new Set(linkable.flatMap((kind) => [...records[kind].keys()]));
}
