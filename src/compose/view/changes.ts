/** "What changed since edition 1": the changes that a reader of the last edition should know of. */
import type { PhrasingContent } from 'mdast';
import type { EditionFacts, EditionName } from '../../model/edition-facts.ts';
import type { Change } from '../../model/schema/edition.ts';
import type { MessageKey } from '../messages.ts';
import { confidenceWord } from './confidence-word.ts';
import { dateNode, dateSlot, dateText, say, type ViewContext } from './context.ts';

/** edition → heading facts and one line a change; null where there is nothing to say. */
export function changesView(context: ViewContext, edition: EditionFacts | undefined) {
  if (edition?.since === undefined) return null;
  const { slots } = context;
  const lines = edition.changes.flatMap((change) => {
    const line = lineOf(context, change);
    return line === undefined ? [] : [slots.inline(...line)];
  });
  if (lines.length === 0) return null;
  return {
    title: slots.text(say(context, 'changesSince', { edition: edition.since.edition })),
    date: dateSlot(context, edition.since.released),
    items: lines,
  };
}

/** "Superseded by edition 2 of 16 November 2026", for an old edition that is printed again. */
export function supersededView(context: ViewContext, edition: EditionFacts | undefined) {
  if (edition?.supersededBy === undefined) return null;
  const { edition: number, released } = edition.supersededBy;
  return context.slots.inline(
    { type: 'text', value: `${say(context, 'supersededBy', { edition: number })} ` },
    dateNode(context, released),
  );
}

/** The same in plain words, for running lines and file properties. */
export function supersededText(context: ViewContext, { edition, released }: EditionName): string {
  return `${say(context, 'supersededBy', { edition })} ${dateText(context, released).text}`;
}

/** Which changes are told, and in which words. Changes of layout and order are not. */
const phrases: Readonly<Partial<Record<`${Change['subject']}-${Change['what']}`, MessageKey>>> = {
  'takeaway-new': 'changeTakeawayNew',
  'takeaway-dropped': 'changeTakeawayDropped',
  'takeaway-reworded': 'changeTakeawayReworded',
  'takeaway-likelihood': 'changeLikelihood',
  'takeaway-confidence': 'changeConfidence',
  'finding-new': 'changeFindingNew',
  'finding-dropped': 'changeFindingDropped',
  'finding-value': 'changeValue',
  'finding-confidence': 'changeConfidence',
  'finding-retracted': 'changeFindingRetracted',
  'finding-reworded': 'changeFindingReworded',
  'source-new': 'changeSourceNew',
  'source-dropped': 'changeSourceDropped',
  'source-retracted': 'changeSourceRetracted',
  'source-corrected': 'changeSourceCorrected',
};

function lineOf(context: ViewContext, change: Change): PhrasingContent[] | undefined {
  const key = phrases[`${change.subject}-${change.what}`];
  // Whoever reads French is not told that the Arabic was reworded.
  if (key === undefined || !isTold(context, change)) return undefined;
  const named = (value: string) =>
    change.what === 'confidence' ? confidenceWord(context, value) : value;
  const moved =
    change.from !== undefined && change.to !== undefined && change.what !== 'reworded'
      ? ` (${say(context, 'changeFromTo', { from: named(change.from), to: named(change.to) })})`
      : '';
  return [
    { type: 'strong', children: [{ type: 'text', value: say(context, key) }] },
    { type: 'text', value: ` ${labelOf(context, change)}${moved}` },
  ];
}

/** New words are told where they are printed: those of a translation in its own language alone. */
function isTold(context: ViewContext, { subject, id, what, field, to }: Change): boolean {
  if (what !== 'reworded' || field === undefined) return true;
  const now = recordOf(context, subject, id)?.[field];
  return now === undefined || inOneLine(now) === to;
}

/** The record as this document words it; what may be gone, as it was worded last. */
function labelOf(context: ViewContext, { subject, id, what, label }: Change): string {
  if (what === 'dropped' || what === 'retracted') return inOneLine(label);
  const now = recordOf(context, subject, id);
  return inOneLine(now?.lead ?? now?.statement ?? now?.['title-short'] ?? now?.title ?? label);
}

type Data = Readonly<Record<string, unknown>>;

/** A record of the brief, in its language; takeaways that stand in the brief are named by number. */
function recordOf(
  { records, selected }: ViewContext,
  subject: Change['subject'],
  id: string,
): Data | undefined {
  const { data } = selected.brief;
  if (subject === 'brief') return data;
  if (subject === 'key-figure') return undefined;
  const [, number] = /^takeaway (\d+)$/.exec(id) ?? [];
  const listed = Array.isArray(data.takeaways) ? data.takeaways : [];
  const inside = number === undefined ? undefined : listed[Number(number) - 1];
  return typeof inside === 'object' ? inside : records[subject].get(id)?.data;
}

/** As the comparison of editions has it: white space is layout of the YAML. */
function inOneLine(value: unknown): string {
  const words = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return words.replace(/\s+/g, ' ').trim();
}
