/** Words that may run the other way than the brief. */

import { directionOf, directionOfText } from '../../model/direction.ts';
import { literalText } from '../../model/literal-brackets.ts';
import { placeOf } from '../../model/place.ts';
import type { Field, Slot } from '../slots.ts';
import type { ViewContext } from './context.ts';

/**
 * context, text, its field → a slot that prints it. Words whose first letter runs against the brief are
 * kept together, or their full stop would change sides with the mark around them. Source: Unicode
 * Standard Annex 9, "higher-level protocols", HL5.
 */
export function wordsSlot(
  { slots, lang }: ViewContext,
  text: string | undefined,
  field: Field,
): Slot | null {
  if (text === undefined) return null;
  const dir = directionOfText(text);
  if (dir === undefined || dir === directionOf(lang)) return slots.text(text, field);
  const origin = placeOf(field.entry, field.path).span;
  return slots.inline({
    type: 'phrase',
    role: 'untranslated',
    attributes: {},
    children: [
      {
        type: 'text',
        value: literalText(text.replace(/\s*\n\s*/g, ' ').trim()),
        ...(origin === undefined ? {} : { data: { origin } }),
      },
    ],
    data: { dir },
  });
}
