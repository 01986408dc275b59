/** Everything that stands on a record: the reach of a correction. */
import { refOf } from '../../model/place.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import { positionAt } from '../../model/span.ts';
import type { Edge, Entry, Ref, Resolved } from '../../model/stages.ts';
import { labelOf } from './find-record.ts';

/** One record that uses another, and the places where it names it. */
export interface Use {
  readonly ref: Ref;
  readonly label: string;
  /** `field`, `citation` or `cross-reference`, with `file:line:column`. */
  readonly places: readonly { readonly via: Edge['via']; readonly at: string }[];
  /** Steps from the record that was asked about. */
  readonly distance: number;
}

export interface Reach {
  readonly ref: Ref;
  /** Set where the record itself no longer stands. */
  readonly status?: 'retracted';
  readonly uses: readonly Use[];
  /** Briefs among them, by id. */
  readonly briefs: readonly string[];
}

/** graph, record → what is above it, nearest first. */
export function whereUsed({ records, edges }: Resolved, entry: Entry): Reach {
  const byTarget = Map.groupBy(edges, ({ to }) => to);
  const start = refOf(entry);
  const distances = new Map<Ref, number>([[start, 0]]);
  const uses: Use[] = [];
  for (const [at, distance] of distances) {
    const byUser = Map.groupBy(byTarget.get(at) ?? [], ({ from }) => from);
    for (const [from, named] of byUser) {
      if (distances.has(from)) continue;
      distances.set(from, distance + 1);
      const user = entryOf(records, from);
      const places = named.map(({ via, span }) => ({ via, at: placeText(user, span) }));
      uses.push({
        ref: from,
        label: user === undefined ? '' : labelOf(user),
        places,
        distance: distance + 1,
      });
    }
  }
  const briefs = uses.flatMap(({ ref }) => (ref.startsWith('brief/') ? [ref.slice(6)] : []));
  const status =
    'status' in entry.data && entry.data.status === 'retracted' ? entry.data.status : undefined;
  return { ref: start, ...(status && { status }), uses, briefs: briefs.sort() };
}

function entryOf(records: Resolved['records'], ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}

function placeText(user: Entry | undefined, span: Edge['span']): string {
  if (user === undefined) return span.file;
  const { line, column } = positionAt(user.file.text, span.start);
  return `${span.file}:${line}:${column}`;
}
