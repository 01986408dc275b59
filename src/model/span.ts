/**
 * Where in a file something stands. Offsets are kept to the end; lines and columns are worked out
 * only when a person is to read them.
 */

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
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const next = text.indexOf('\n', lineStart);
    if (next === -1 || next >= end) break;
    line += 1;
    lineStart = next + 1;
  }
  return { line, column: end - lineStart + 1 };
}

/** text, 1-based line and column → offset, clamped to the text. */
export function offsetAt(text: string, position: Position): number {
  let lineStart = 0;
  for (let line = 1; line < position.line; line += 1) {
    const next = text.indexOf('\n', lineStart);
    if (next === -1) return text.length;
    lineStart = next + 1;
  }
  return Math.min(lineStart + position.column - 1, text.length);
}
