/** How wide the columns of a table are in Word, which lays out nothing by itself in a table of fixed widths. */
import type { TableRow } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';

/** Letters that a column gets room for: no fewer, so that short words stay whole, and no more. */
const fewestLetters = 6;
const mostLetters = 40;
/** Names, numbers and words of so few letters are not broken where the other columns have room to give. */
const nameLetters = 16;
/**
 * Room of a letter in twentieths of a point, for Source Sans 3 in bold and for Arial where it is missing;
 * the second where type is small.
 */
const letterWidth = 105;
const denseLetterWidth = 80;
/** What a cell keeps free at its sides, in the same unit. */
const sides = 200;

/**
 * rows, how many columns, width of the table in twentieths of a point, whether its type is small → the
 * widths of the columns, shared by the longest text of each; they add up to the whole.
 */
export function columnWidths(
  rows: readonly TableRow[],
  columns: number,
  width: number,
  isDense: boolean,
): number[] {
  const texts = Array.from({ length: columns }, (_, index) =>
    rows.map((row) => {
      const cell = row.children[index];
      return cell === undefined ? '' : plainTextOf(cell);
    }),
  );
  const longest = texts.map((column) => mostOf(column.map((text) => text.length)));
  const letters = longest.map((one) => Math.min(mostLetters, Math.max(fewestLetters, one)));
  const total = letters.reduce((sum, one) => sum + one, 0);
  const shares = letters.map((one) => Math.floor((one / total) * width));
  const needs = texts.map((column, index) => {
    const whole = longest[index] ?? 0;
    const kept =
      whole <= nameLetters ? whole : Math.min(nameLetters, mostOf(column.map(longestWord)));
    return kept * (isDense ? denseLetterWidth : letterWidth) + sides;
  });
  const fitted = balanced(shares, needs);
  const given = fitted.reduce((sum, one) => sum + one, 0);
  return fitted.map((share, index) => (index === 0 ? share + width - given : share));
}

/** Columns with too little take what they need from those that have more than they need, if these can. */
function balanced(shares: readonly number[], needs: readonly number[]): readonly number[] {
  const spare = shares.map((share, index) => Math.max(0, share - (needs[index] ?? 0)));
  const allSpare = spare.reduce((sum, one) => sum + one, 0);
  const missing = shares.reduce(
    (sum, share, index) => sum + Math.max(0, (needs[index] ?? 0) - share),
    0,
  );
  if (missing === 0 || missing > allSpare) return shares;
  return shares.map((share, index) =>
    Math.floor(Math.max(share, needs[index] ?? 0) - ((spare[index] ?? 0) / allSpare) * missing),
  );
}

function longestWord(text: string): number {
  return mostOf(text.split(/\s+/u).map((word) => word.length));
}

function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}
