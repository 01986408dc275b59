/** Edges that fields make: a reference by id. */
import { refOf } from '../model/place.ts';
import type { Span } from '../model/span.ts';
import type { Edge, Entry, Leaf } from '../model/stages.ts';

/** A reference leaf whose target exists → its edge. */
export function fieldEdge(entry: Entry, leaf: Leaf): Edge {
  let known: Span | undefined;
  return {
    from: refOf(entry),
    to: `${leaf.target ?? entry.kind}/${leaf.value}`,
    via: 'field',
    path: leaf.path,
    // Most edges are followed without anybody asking where they stand.
    get span() {
      known ??= entry.file.locate([...entry.path, ...leaf.path]);
      return known;
    },
  };
}
