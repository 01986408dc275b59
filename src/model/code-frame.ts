/** A diagnostic's place as a good compiler shows it: the line, and what is to be underlined in it. */
import { positionAt, type Span } from './span.ts';
import { visible } from './visible.ts';

/** One line of a file with a stretch of it marked. */
export interface CodeFrame {
  /** 1-based. */
  readonly line: number;
  /** Of the place in its whole line, 1-based, in UTF-16 units. */
  readonly column: number;
  /** The line, or the part of a long line around the place, with every character visible. */
  readonly text: string;
  /** Where the mark begins in `text`, 0-based, and how many characters it covers, at least one. */
  readonly start: number;
  readonly length: number;
}

/** Longest piece of a line that is shown, in characters; a paragraph in YAML is one long line. */
const maxShown = 96;

/** So much of the line is shown before the place, where the line is long. */
const lead = 30;

/** span, text of its file → the line it begins in, with the span marked. */
export function codeFrame({ start, end }: Span, text: string): CodeFrame {
  const { line, column } = positionAt(text, start);
  const from = Math.min(start, text.length) - column + 1;
  const to = text.indexOf('\n', from);
  const whole = text.slice(from, to === -1 ? text.length : to);
  return { line, column, ...windowOf(whole, column - 1, Math.max(1, end - start)) };
}

/** The part of a long line around the place. */
function windowOf(line: string, start: number, length: number) {
  const end = Math.min(line.length, start + length);
  if (line.length <= maxShown) {
    return { text: visible(line), start, length: Math.max(1, end - start) };
  }
  const from = wholeCharacter(line, Math.max(0, Math.min(start - lead, line.length - maxShown)));
  const to = wholeCharacter(line, Math.min(line.length, from + maxShown));
  const prefix = from > 0 ? '…' : '';
  const suffix = to < line.length ? '…' : '';
  return {
    text: `${prefix}${visible(line.slice(from, to))}${suffix}`,
    start: start - from + prefix.length,
    length: Math.max(1, Math.min(end, to) - start),
  };
}

/** An offset between the halves of a character moves before it. */
function wholeCharacter(line: string, offset: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(line.slice(offset - 1, offset + 1));
  return isInside ? offset - 1 : offset;
}
