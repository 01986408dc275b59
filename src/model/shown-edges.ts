/** Which edges an audience may follow, once records and parts of records have been taken away. */
import { remember } from './remember.ts';
import type { Kind } from './schema/kinds.ts';
import type { Edge, Entry, Records, Ref } from './stages.ts';

/** records that are shown → true for an edge whose ends are both shown, and the field it comes from. */
export function isShownEdge(shown: Records): (edge: Edge) => boolean {
  return ({ from, to, span }) => {
    const entry = entryIn(shown, from);
    if (entry === undefined || entryIn(shown, to) === undefined) return false;
    return fieldsOf(entry).some(([start, end]) => start <= span.start && span.end <= end);
  };
}

/** Where the fields of a record stand; a record that was pruned is another one, with fewer. */
const fieldsOf = remember(({ file, path: above, leaves }: Entry) =>
  leaves.map(({ path }): readonly [start: number, end: number] => {
    const { start, end } = file.locate([...above, ...path]);
    return [start, end];
  }),
);

/** records, `kind/id` → the record, or undefined. */
export function entryIn(records: Records, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
