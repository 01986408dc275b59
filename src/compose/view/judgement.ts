/** Likelihood and confidence of a takeaway in words: two sentences, as ICD 203 wants them. */
import type { PhrasingContent } from 'mdast';
import {
  type Judgement,
  percentText,
  type Statement,
  statementsOf,
} from '../../model/assessment.ts';
import { placeOf } from '../../model/place.ts';
import type { Scale } from '../../model/scale.ts';
import { hasMessages } from '../messages.ts';
import type { Field, Slot } from '../slots.ts';
import { confidenceWord } from './confidence-word.ts';
import { say, type ViewContext } from './context.ts';
import { languageBeside } from './language-beside.ts';
import { rangeWords } from './range-words.ts';

/**
 * context, judgement, scale, the field of its reason → a slot, or null where nothing is stated. Words of
 * a scale in another language stay as they are and carry that language; levels of confidence are words
 * of the tool, and translated.
 */
export function judgementSlot(
  context: ViewContext,
  judgement: Judgement,
  scale: Scale | undefined,
  reasonField: Field,
): Slot | null {
  const statements = statementsOf(judgement, scale);
  if (statements.length === 0) return null;
  const nodes = statements.flatMap((statement, index): PhrasingContent[] => [
    { type: 'text', value: `${index === 0 ? '' : ' '}${say(context, statement.label)} ` },
    {
      type: 'phrase',
      role: statement.label,
      attributes: {},
      ...wordOf(context, statement, scale),
    },
    ...restOf(context, statement, reasonField),
  ]);
  return context.slots.inline(...nodes);
}

function wordOf(context: ViewContext, { value, level }: Statement, scale: Scale | undefined) {
  const spoken = scale && languageBeside(context, scale.lang);
  const isTold = level !== undefined && hasMessages(context.lang);
  // A scale that names no levels of its own has those of the field.
  const isOurs = isTold && (spoken !== undefined || value === level);
  const children = [
    { type: 'text' as const, value: isOurs ? confidenceWord(context, level) : value },
  ];
  return spoken === undefined || isOurs ? { children } : { children, data: spoken };
}

/** What follows the word, full stop included. */
function restOf(context: ViewContext, statement: Statement, field: Field): PhrasingContent[] {
  const { range, reason } = statement;
  if (range !== undefined) {
    const text = percentText(range, rangeWords(context));
    return [{ type: 'text', value: say(context, 'judgementRange', { range: text }) }];
  }
  if (reason === undefined) return [{ type: 'text', value: say(context, 'judgementEnd') }];
  const origin = placeOf(field.entry, field.path).span;
  const isForeign = context.untranslated.some(
    ({ place: { span } }) => span?.file === origin?.file && span?.start === origin?.start,
  );
  // In one piece with what joins it, since Word keeps the pieces of a line apart.
  const value = say(context, isForeign ? 'reasonApart' : joinOf(context, reason), { reason });
  return [{ type: 'text', value, ...(origin === undefined ? {} : { data: { origin } }) }];
}

/**
 * A reason in small letters joins the sentence, by its own conjunction where it opens with one. One that
 * starts with a capital stands after it, and so does one in letters that have no capitals.
 */
function joinOf({ messages }: ViewContext, reason: string) {
  const isOwn = messages.reasonOpenings.split('|').some((opening) => {
    const rest = reason.slice(opening.length);
    return reason.startsWith(opening) && (/[’']$/.test(opening) || !/^\p{Ll}/u.test(rest));
  });
  if (isOwn) return 'reasonOwn';
  return /^\p{Ll}/u.test(reason) ? 'reasonBecause' : 'reasonApart';
}
