/** Which edges an audience may follow, once records and parts of records have been taken away. */
import { placeOf, refOf } from './place.ts';
import type { Kind } from './schema/kinds.ts';
import type { Edge, Entry, Records, Ref } from './stages.ts';

/** records that are shown → true for an edge whose ends are both shown, and the field it comes from. */
export function isShownEdge(shown: Records): (edge: Edge) => boolean {
  const fields = new Map<Ref, readonly (readonly [start: number, end: number])[]>();
  const fieldsOf = (entry: Entry) => {
    const ref = refOf(entry);
    const known = fields.get(ref);
    if (known !== undefined) return known;
    const ranges = entry.leaves.map(({ path }): [number, number] => {
      const { span } = placeOf(entry, path);
      return [span?.start ?? 0, span?.end ?? 0];
    });
    fields.set(ref, ranges);
    return ranges;
  };
  return ({ from, to, span }) => {
    const entry = entryIn(shown, from);
    if (entry === undefined || entryIn(shown, to) === undefined) return false;
    return fieldsOf(entry).some(([start, end]) => start <= span.start && span.end <= end);
  };
}

/** records, `kind/id` → the record, or undefined. */
export function entryIn(records: Records, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
