/** Edges that fields make: a reference by id, or a query by tag. */
import { placeOf, refOf } from '../model/place.ts';
import type { Edge, Entry, Leaf, Records } from '../model/stages.ts';

/** A reference leaf whose target exists → its edge. */
export function fieldEdge(entry: Entry, leaf: Leaf): Edge {
  const span = placeOf(entry, leaf.path).span ?? { file: entry.file.path, start: 0, end: 0 };
  return {
    from: refOf(entry),
    to: `${leaf.target ?? entry.kind}/${leaf.value}`,
    via: 'field',
    path: leaf.path,
    span,
  };
}

/** A brief that asks for all takeaways with a tag → one edge a takeaway, in order of the ids. */
export function tagEdges(records: Records, entry: Entry): Edge[] {
  const brief = records.brief.get(entry.id);
  const wanted = brief?.data.takeaways;
  if (brief === undefined || wanted === undefined || Array.isArray(wanted)) return [];
  const path = ['takeaways', 'tag'];
  const span = placeOf(entry, path).span ?? { file: entry.file.path, start: 0, end: 0 };
  return [...records.takeaway.values()]
    .filter(({ data }) => data.tags?.includes(wanted.tag))
    .map(
      ({ id }): Edge => ({ from: refOf(entry), to: `takeaway/${id}`, via: 'field', path, span }),
    );
}
