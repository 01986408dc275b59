/** What a record draws on: the edges that can bring one record's words into another's document. */
import { remember } from './remember.ts';
import type { Edge, Ref } from './stages.ts';

/** Fields that point sideways: they order records and print nothing of their target. */
const sideways = new Set(['supersededBy']);

/** edges → for each record, its edges to others. */
export const edgesByOrigin = remember(groupByOrigin);

function groupByOrigin(edges: readonly Edge[]): ReadonlyMap<Ref, readonly Edge[]> {
  const byOrigin = new Map<Ref, Edge[]>();
  // Edges of one record stand in a row, but for a few.
  let from: Ref | undefined;
  let list: Edge[] = [];
  for (const edge of edges) {
    if (edge.from !== from) {
      from = edge.from;
      const known = byOrigin.get(from);
      list = known ?? [];
      if (known === undefined) byOrigin.set(from, list);
    }
    list.push(edge);
  }
  return byOrigin;
}

/**
 * start, edges → every record that can be reached, each with the edge it was first reached by. Edges
 * that do not count are as if they were not there.
 */
export function reachableFrom(
  start: Ref,
  byOrigin: ReadonlyMap<Ref, readonly Edge[]>,
  counts: (edge: Edge) => boolean = () => true,
): ReadonlyMap<Ref, Edge> {
  const reached = new Map<Ref, Edge>();
  const open: Ref[] = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of byOrigin.get(at) ?? []) {
      if (edge.to === start || reached.has(edge.to) || sideways.has(String(edge.path[0]))) continue;
      if (!counts(edge)) continue;
      reached.set(edge.to, edge);
      open.push(edge.to);
    }
  }
  return reached;
}
