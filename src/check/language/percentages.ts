/** Percentages in prose: "52 %", "40–50 per cent", "between 40 and 50 %", with their places. */
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Stretch } from './stretch.ts';

/** A percentage or a stretch of them; `lower` and `upper` are equal for a single number. */
export interface Percentage extends Stretch {
  readonly lower: number;
  readonly upper: number;
}

/** Words that a language writes instead of the sign → a finder of percentages in a stretch of prose. */
export function percentageFinder(
  vocabulary: Vocabulary,
): (own: string, stretch: Stretch) => Percentage[] {
  const number = String.raw`(?<![\w.,])(\d{1,3}(?:\.\d+)?)`;
  const sign = `\\s*(?:%|(?:${[...vocabulary.percent].map(asPattern).join('|')})(?!\\p{L}))`;
  const second = `(?:\\s*%)?\\s*(?:–|—|-|to|and)\\s*(\\d{1,3}(?:\\.\\d+)?)`;
  const pattern = new RegExp(`${number}(?:${second})?${sign}`, 'gi');
  return (own, { start, end }) =>
    [...own.slice(start, end).matchAll(pattern)].map((found) => {
      const lower = Number(found[1]);
      const upper = found[2] === undefined ? lower : Number(found[2]);
      const from = start + found.index;
      return { lower, upper, start: from, end: from + found[0].length };
    });
}

function asPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*');
}
