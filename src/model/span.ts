/**
 * Where in a file something stands. Offsets are kept to the end; lines and columns are worked out
 * only when a person is to read them.
 */
import { rememberLatest } from './remember.ts';

/** A stretch of one file. Offsets are 0-based UTF-16 code units; `end` is exclusive. */
export interface Span {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as a person counts: both 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** text, offset → line and column. An offset past the end gives the last position. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= end) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: end - (starts[low] ?? 0) + 1 };
}

/** text, 1-based line and column → offset, clamped to the text. */
export function offsetAt(text: string, position: Position): number {
  const start = lineStarts(text)[Math.max(position.line, 1) - 1];
  return start === undefined ? text.length : Math.min(start + position.column - 1, text.length);
}

/** Thousands of places may be asked about in one file, one after the other. */
const lineStarts = rememberLatest((text): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
});
