/**
 * Prose that prints a withheld value would have a hole in its sentence, so it cannot be shown at
 * all. A citation of a withheld source is dropped without a trace; a link keeps its words.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import { crossReferencesIn } from '../model/mentions.ts';
import { placeOf, placeWithin, refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Edge, Entry, Records, Ref, Resolved } from '../model/stages.ts';
import { targetOf } from '../model/targets.ts';

/**
 * graph, what is shown, brief → `mention-withheld` for each sentence with a hole in it, of those that
 * this audience's document really prints.
 */
export function mentionProblems(
  resolved: Resolved,
  shown: Records,
  brief: Entry<'brief'>,
  audience: Marking,
): Diagnostic[] {
  const edges = resolved.edges.filter(isShownEdge(shown));
  const reached = reachableFrom(refOf(brief), edgesByOrigin(edges));
  return [refOf(brief), ...reached.keys()]
    .flatMap((ref) => entryIn(shown, ref) ?? [])
    .flatMap((entry) => holesIn(entry, resolved.records, shown))
    .map(({ entry: { kind, id }, place }) =>
      diagnose('mention-withheld', { kind, id, audience }, { ...place, brief: brief.id }),
    );
}

interface Hole {
  readonly entry: Entry;
  readonly place: ReturnType<typeof placeWithin>;
}

/** `[](#id)` prints what it points at; `[words](#id)` prints its own words. */
function holesIn(entry: Entry, all: Records, shown: Records): Hole[] {
  return entry.leaves
    .filter(({ type }) => type === 'markdown')
    .flatMap(({ path, value }) =>
      crossReferencesIn(value)
        .filter(({ hasText, target }) => !hasText && isWithheld(target, all, shown))
        .map(({ start, end }) => ({ entry, place: placeWithin(entry, path, start, end) })),
    );
}

/** Looked up among all records first: an id that several kinds share means the same one to everybody. */
function isWithheld(id: string, all: Records, shown: Records): boolean {
  const meant = targetOf(all, id);
  return meant !== undefined && !shown[meant.kind].has(id);
}

/** An edge counts where both of its ends are shown, and the field that it comes from is as well. */
function isShownEdge(shown: Records): (edge: Edge) => boolean {
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

function entryIn(records: Records, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
