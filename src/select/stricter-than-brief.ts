/** A document's label is at least as strict as its strictest item. Source: TLP 2.0 and our own rule. */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { defaultMarking, markOf, partMarks, portionMark } from '../model/marks.ts';
import { placeOf, placeOfKey } from '../model/place.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Edge, Entry, Ref, Resolved } from '../model/stages.ts';
import { tableOf } from '../model/table.ts';

/** Who is compared with what. */
interface Ceiling {
  readonly brief: Entry<'brief'>;
  readonly label: Marking;
}

/**
 * brief, label, what it draws on → `marking-stricter-than-brief`, at the place that draws the item in,
 * with the places of both labels.
 */
export function stricterThanBrief(
  resolved: Resolved,
  brief: Entry<'brief'>,
  label: Marking,
  reached: ReadonlyMap<Ref, Edge>,
): Diagnostic[] {
  const ceiling: Ceiling = { brief, label };
  const fallback = defaultMarking(resolved.records);
  const records = [...reached].flatMap(([ref, { span }]): Diagnostic[] => {
    const entry = entryOf(resolved, ref);
    if (entry === undefined) return [];
    const marking = markOf(entry, fallback);
    if (isCleared(marking, label)) return strictParts(entry, resolved, ceiling);
    return [report(entry, marking, ceiling, { span }, markPlace(entry, marking))];
  });
  const portion = portionMark(brief, fallback);
  const words = isCleared(portion, label)
    ? []
    : [report(brief, portion, ceiling, placeOf(brief, ['portions']))];
  return [...words, ...records, ...strictParts(brief, resolved, ceiling)];
}

interface Related {
  readonly message: string;
  readonly place: Place;
}

function markPlace(entry: Entry, marking: Marking): Related {
  const isOwn = 'marking' in entry.data && entry.data.marking !== undefined;
  return isOwn
    ? { message: 'it is marked here', place: placeOf(entry, ['marking']) }
    : { message: `it carries no marking and counts as ${marking}`, place: placeOfKey(entry) };
}

function report(
  entry: Entry,
  marking: Marking,
  { brief, label }: Ceiling,
  place: Place,
  ...more: readonly Related[]
): Diagnostic {
  const isOwn = brief.data.marking !== undefined;
  const own = { message: 'the brief is marked here', place: placeOf(brief, ['marking']) };
  const related = [...more, ...(isOwn ? [own] : [])].flatMap(({ message, place: { span } }) =>
    span === undefined ? [] : [{ message, span }],
  );
  const slots = { kind: entry.kind, id: entry.id, marking, brief: brief.id, label };
  return diagnose('marking-stricter-than-brief', slots, { ...place, related, brief: brief.id });
}

/** Parts of a record that carry a label of their own, rows of its CSV file included. */
function strictParts(entry: Entry, { attachments }: Resolved, ceiling: Ceiling): Diagnostic[] {
  const parts = partMarks(entry.data).map(({ path, marking }) => {
    return { marking, place: placeOf(entry, [...path, 'marking']) };
  });
  return [...parts, ...rowMarks(entry, attachments)]
    .filter(({ marking }) => !isCleared(marking, ceiling.label))
    .map(({ marking, place }) => report(entry, marking, ceiling, place));
}

function rowMarks(entry: Entry, attachments: Resolved['attachments']) {
  // Of this kind, as is asked first; the union of entries cannot be narrowed by it.
  const table =
    entry.kind === 'figure' ? tableOf((entry as Entry<'figure'>).data, attachments) : undefined;
  if (table?.spans === undefined) return [];
  return table.rows.flatMap(({ marking }, index) => {
    const span = table.spans?.[index];
    if (marking === null || marking === undefined || span === undefined) return [];
    return [{ marking: markingOf(marking), place: { span } }];
  });
}

function entryOf(resolved: Resolved, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return resolved.records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
