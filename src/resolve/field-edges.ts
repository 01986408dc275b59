/** Edges that fields make: a reference by id. */
import { placeOf, refOf } from '../model/place.ts';
import type { Edge, Entry, Leaf } from '../model/stages.ts';

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
