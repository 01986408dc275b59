/** Which columns of a table hold names and numbers, for the room that they get beside sentences. */
import type { TableCell, TableRow } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';

/** A cell of more letters than this is a sentence. */
export const longText = 40;
/** Names of so few letters are not broken beside sentences, */
const shortName = 16;
/** if they leave these half a line of print, which holds 105 letters. */
const mostShort = 52;

/**
 * rows, how many columns → the columns in which nothing is longer than a name, where others hold sentences
 * and would squeeze them; none where all fit by themselves.
 */
export function shortColumns(rows: readonly TableRow[], columns: number): ReadonlySet<number> {
  const longest = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map((row) => lettersOf(row.children[index]))),
  );
  const short = longest.flatMap((letters, index) => (letters <= shortName ? [index] : []));
  const letters = short.reduce((sum, index) => sum + (longest[index] ?? 0), 0);
  const isSqueezed = longest.some((one) => one > longText) && letters <= mostShort;
  return new Set(isSqueezed ? short : []);
}

function lettersOf(node: TableCell | undefined): number {
  return node === undefined ? 0 : plainTextOf(node).length;
}
