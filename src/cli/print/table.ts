/** Columns of text, aligned; numbers to the right. */
import { cutTo } from './cut-to.ts';
import { displayWidth } from './display-width.ts';

/**
 * heads, rows → lines, the heads first. A column whose cells are all numbers, times or empty is set
 * flush right. Where a line would be longer than `columns`, the last column is cut.
 */
export function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number = Number.POSITIVE_INFINITY,
): string[] {
  const widths = heads.map((head, column) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const isRight = heads.map((_, column) => rows.every((row) => isFigure(row[column] ?? '')));
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, column) => {
      const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
      return isRight[column] ? space + cell : cell + space;
    });
    return cutTo(padded.join('  ').trimEnd(), columns);
  };
  return [line(heads), ...rows.map(line)];
}

/** `12`, `1,198`, `4 min`, `0.3 s`, and `–` for nothing. */
function isFigure(cell: string): boolean {
  return /^[\d.,–-]*( (min|ms|s))?$/.test(cell);
}
