/** Edges that fields make: a reference by id. */
import type { Span } from '../model/span.ts';
import type { Edge, Entry, Leaf, Ref } from '../model/stages.ts';

/** A reference leaf of a record of that name, its target existing → its edge. */
export function fieldEdge(entry: Entry, leaf: Leaf, from: Ref): Edge {
  let known: Span | undefined;
  return {
    from,
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
