/** "What changed since edition 1": the changes that a reader of the last edition should know of. */
import type { PhrasingContent } from 'mdast';
import type { EditionFacts } from '../../model/edition-facts.ts';
import type { Change } from '../../model/schema/edition.ts';
import type { MessageKey } from '../messages.ts';
import { dateNode, dateSlot, say, type ViewContext } from './context.ts';

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
  if (key === undefined) return undefined;
  const moved =
    change.from !== undefined && change.to !== undefined && change.what !== 'reworded'
      ? ` (${say(context, 'changeFromTo', { from: change.from, to: change.to })})`
      : '';
  return [
    { type: 'strong', children: [{ type: 'text', value: say(context, key) }] },
    { type: 'text', value: ` ${change.label.replace(/\s+/g, ' ')}${moved}` },
  ];
}
