/** All records of a build, whatever their kind, in order of kind and file. */
import type { Entry, Leaf, Records } from './stages.ts';

/** records → entries. */
export function entriesOf(records: Records): Entry[] {
  return Object.values(records).flatMap((byId: ReadonlyMap<string, Entry>) => [...byId.values()]);
}

/** records, type of leaf → each leaf of that type with its entry. */
export function leavesOfType(
  records: Records,
  type: Leaf['type'],
): { readonly entry: Entry; readonly leaf: Leaf }[] {
  return entriesOf(records).flatMap((entry) =>
    entry.leaves.filter((leaf) => leaf.type === type).map((leaf) => ({ entry, leaf })),
  );
}
