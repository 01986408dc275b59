/** How the brief's language speaks of ranges of per cent. */
import type { englishRanges, RangeWords } from '../../model/assessment.ts';
import { directionOf } from '../../model/direction.ts';
import { formatFact } from '../../model/fact.ts';
import { fill, hasMessages } from '../messages.ts';
import type { ViewContext } from './context.ts';

/**
 * context → its words, with the numbers, signs and blanks of the language; undefined where the
 * interface is English, and with it the ranges.
 */
export function rangeWords({ lang, messages }: ViewContext): RangeWords | undefined {
  if (!hasMessages(lang) || /^en\b/i.test(lang)) return undefined;
  const range = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: digits });
  const patterns: RangeWords['patterns'] = {
    upTo: messages.rangeUpTo,
    orMore: messages.rangeFrom,
    between: messages.rangeTo,
    above: messages.rangeAbove,
    below: messages.rangeBelow,
  } satisfies Record<keyof typeof englishRanges, string>;
  const percent = (value: number) => formatFact({ value, unit: '%' }, lang);
  const number = (value: number) => formatFact({ value }, lang);
  // A dash between numbers turns them round in a line from right to left, so a word stands there.
  const span =
    directionOf(lang) === 'rtl'
      ? (lower: number, upper: number) =>
          fill(messages.rangeTo, { lower: number(lower), upper: percent(upper) })
      : (lower: number, upper: number) => range.formatRange(lower / 100, upper / 100);
  return { percent, number, span, patterns };
}

/** Decimals that a bound may have: more than any scale, fewer than a division by 100 leaves behind. */
const digits = 6;
