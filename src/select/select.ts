/**
 * The fourth stage: one brief as one audience may see it. It takes away every record above the
 * audience's level and every edge to one, and it fails closed: a label that is missing or unknown is
 * the strictest there is. Nothing but this stage makes a `Selected`.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { defaultMarking, portionMark } from '../model/marks.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf, refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import type { Entry, Records, Resolved, Selected } from '../model/stages.ts';
import { clearAttachments } from './clear-attachments.ts';
import { filterRecords } from './filter-records.ts';
import { mentionProblems } from './mention-problems.ts';
import { stricterThanBrief } from './stricter-than-brief.ts';

/**
 * graph, brief, audience → what may be shown; `undefined` where the brief itself may not. Without an
 * audience, or for one that is cleared for more than the brief's own label, anything in the brief that
 * is stricter than its label is an error.
 */
export function select(
  resolved: Resolved,
  brief: Entry<'brief'>,
  audience?: Marking,
): Outcome<Selected | undefined> {
  const fallback = defaultMarking(resolved.records);
  const label = brief.data.marking === undefined ? fallback : markingOf(brief.data.marking);
  const cleared = audience ?? label;
  const portion = portionMark(brief, fallback);
  if (audience !== undefined && !isCleared(portion, audience)) {
    const slots = { brief: brief.id, label: portion, audience };
    const field = brief.data.portions === undefined ? 'marking' : 'portions';
    const place = brief.data[field] === undefined ? {} : placeOf(brief, [field]);
    return { value: undefined, diagnostics: [diagnose('brief-withheld', slots, place)] };
  }
  const reached = reachableFrom(refOf(brief), edgesByOrigin(resolved.edges));
  const isCeiling = audience === undefined || !isCleared(audience, label);
  const shown = filterRecords(resolved, brief, cleared, reached);
  const diagnostics: Diagnostic[] = [
    ...(isCeiling ? stricterThanBrief(resolved, brief, label, reached) : []),
    ...shown.diagnostics,
    ...mentionProblems(resolved, shown.records, brief, cleared),
  ];
  const selectedBrief = shown.records.brief.get(brief.id);
  if (selectedBrief === undefined) throw new Error(`the brief "${brief.id}" was filtered away`);
  const shownBrief = withTaggedTakeaways(selectedBrief, shown.records);
  const whole = withTaggedTakeaways(brief, resolved.records);
  const selected = {
    brief: shownBrief,
    records: shown.records,
    audience: cleared,
    marking: isCleared(label, cleared) ? label : cleared,
    withheldCount: [...reached.keys()].filter((ref) => shown.withheld.has(ref)).length,
    emptied: emptied(whole, shownBrief),
    attachments: clearAttachments(resolved.attachments, shown.records, cleared),
  };
  // The one place where the brand is given: everything above was the proof for it.
  return { value: selected as Selected, diagnostics };
}

/** Fields of the whole brief of which the shown one has nothing left. */
function emptied(whole: Entry<'brief'>, shown: Entry<'brief'>): readonly string[] {
  const rest = new Map(Object.entries(shown.data));
  return Object.entries(whole.data)
    .filter(([field, value]) => !isEmpty(value) && isEmpty(rest.get(field)))
    .map(([field]) => field);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A query by tag becomes the list of ids that it finds among what is shown. */
function withTaggedTakeaways(brief: Entry<'brief'>, records: Records): Entry<'brief'> {
  const { takeaways } = brief.data;
  if (takeaways === undefined || Array.isArray(takeaways)) return brief;
  const ids = [...records.takeaway.values()]
    .filter(({ data }) => data.tags?.includes(takeaways.tag))
    .map(({ id }) => id);
  return { ...brief, data: { ...brief.data, takeaways: ids } };
}
