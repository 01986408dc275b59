/**
 * How high a table comes out in print, before anything is laid out: enough to tell which tables are better
 * kept in one piece and which are better parted between their rows. Reckoned in lines of a table's own
 * type from the length of its words; fonts, margins and breaks between words are not looked at.
 */
import type { TableRow } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';

/** Letters of a line of table type from edge to edge: 164 mm of A4, at 9 pt and 4.4 pt a letter. */
const lettersAcross = 105;
/** What pads a row above and below, in lines: 0.8 em of type whose lines stand 1.35 em apart. */
const paddingLines = 0.6;
/** More letters than this win a column no more room. */
const mostLetters = 40;
/** A third of a page of A4, 84 mm, in lines: a dozen rows of one line each. */
const thirdOfPage = 20;
/** Half of one: a row that is higher would leave more of a page empty than it is worth to keep whole. */
const halfOfPage = 30;
/** Two or three rows of so many lines are most of a page; each is company enough for itself. */
const tallLines = 8;

/** What the rows of a table are like. */
export interface RowHeights {
  /** Higher than a third of a page: to be parted between rows where a page ends. */
  readonly isLong: boolean;
  /** Per row: `tall` may stand without its neighbours, `parted` may be broken inside as well. */
  readonly rows: readonly ('usual' | 'tall' | 'parted')[];
}

/** rows of a table, its head among them if it has one → their heights, in the same order. */
export function rowHeights(rows: readonly TableRow[]): RowHeights {
  const lengths = rows.map((row) => row.children.map((cell) => plainTextOf(cell).length));
  const room = roomOf(lengths);
  const lines = lengths.map((row) =>
    Math.max(1, ...row.map((letters, column) => Math.ceil(letters / (room[column] ?? 1)))),
  );
  return {
    isLong: lines.reduce((sum, one) => sum + one + paddingLines, 0) > thirdOfPage,
    rows: lines.map((one) => (one > halfOfPage ? 'parted' : one > tallLines ? 'tall' : 'usual')),
  };
}

/** Letters that a line of each column holds: what columns of few letters leave goes to the others. */
function roomOf(lengths: readonly (readonly number[])[]): readonly number[] {
  const longest: number[] = [];
  for (const row of lengths) {
    row.forEach((letters, column) => {
      longest[column] = Math.max(longest[column] ?? 1, letters);
    });
  }
  const wanted = longest.map((letters) => Math.min(letters, mostLetters));
  const total = wanted.reduce((sum, one) => sum + one, 0);
  const long = longest.filter((letters) => letters > mostLetters).length;
  const spare = Math.max(0, lettersAcross - total);
  return longest.map((letters, column) => {
    const share = wanted[column] ?? 1;
    if (total > lettersAcross) return Math.max(1, (share / total) * lettersAcross);
    return letters > mostLetters ? share + spare / long : share;
  });
}
