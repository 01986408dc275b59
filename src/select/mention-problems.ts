/**
 * Prose that prints a withheld value would have a hole in its sentence, so it cannot be shown at
 * all. A citation of a withheld source is dropped without a trace; a link keeps its words.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import { crossReferencesIn } from '../model/mentions.ts';
import { placeWithin, refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import { entryIn, isShownEdge } from '../model/shown-edges.ts';
import type { Entry, Records, Resolved } from '../model/stages.ts';
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
  const byOrigin = edgesByOrigin(resolved.edges);
  const reached = reachableFrom(refOf(brief), byOrigin, isShownEdge(shown));
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
