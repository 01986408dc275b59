/**
 * A string's value back to the text it was typed as: which stretch of the file each character of the
 * value came from, with quotes, escapes, folded lines and block indents undone.
 * Source: YAML 1.2.2, chapters 7.3 (flow scalars) and 8.1 (block scalars).
 */
import type { Scalar } from 'yaml';

/** For each UTF-16 unit of a value: where it starts and ends in the scalar's raw text. */
export interface Alignment {
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/** raw text of a scalar, its value, its style → the alignment of the two. */
export function alignScalar(raw: string, value: string, type: Scalar.Type | string): Alignment {
  const drawn = new Drawing();
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') alignBlock(raw, value, drawn);
  else alignFlow(raw, type, drawn);
  // Kept for every field that was asked about: in half the room.
  return { starts: Uint32Array.from(drawn.starts), ends: Uint32Array.from(drawn.ends) };
}

class Drawing {
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  add(start: number, end = start + 1, units = 1): void {
    for (let count = 0; count < units; count += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }
}

/** Plain and quoted: a line break is a space, further ones stay; blanks around a break are none. */
function alignFlow(raw: string, type: string, drawn: Drawing): void {
  const isDouble = type === 'QUOTE_DOUBLE';
  const isSingle = type === 'QUOTE_SINGLE';
  const to = isDouble || isSingle ? raw.length - 1 : raw.length;
  const blanks = /[ \t\n]+/y;
  let at = isDouble || isSingle ? 1 : 0;
  while (at < to) {
    blanks.lastIndex = at;
    const run = blanks.exec(raw)?.[0];
    if (run !== undefined) {
      alignBlanks(run, at, drawn);
      at += run.length;
    } else if (isDouble && raw[at] === '\\') {
      at = alignEscape(raw, at, drawn);
    } else {
      const length = isSingle && raw.startsWith("''", at) ? 2 : 1;
      drawn.add(at, at + length);
      at += length;
    }
  }
}

function alignBlanks(run: string, at: number, drawn: Drawing): void {
  const breaks = [...run.matchAll(/\n/g)].map(({ index }) => at + index);
  const kept = breaks.length === 0 ? [...run].map((_, index) => at + index) : breaks;
  for (const offset of breaks.length > 1 ? kept.slice(1) : kept) drawn.add(offset);
}

/** `\n`, `\x41`, `\u00e9`, `\U0001F600`; before a line break, the backslash takes it away. */
function alignEscape(raw: string, at: number, drawn: Drawing): number {
  const kind = raw[at + 1];
  if (kind === '\n') return at + (/^[ \t]*/.exec(raw.slice(at + 2))?.[0].length ?? 0) + 2;
  const length = kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
  const isPair = kind === 'U' && Number.parseInt(raw.slice(at + 2, at + 10), 16) > 0xffff;
  drawn.add(at, at + length, isPair ? 2 : 1);
  return at + length;
}

/** A literal or folded block: line by line, each without the indent that the first one sets. */
function alignBlock(raw: string, value: string, drawn: Drawing): void {
  const lines = linesFrom(raw, raw.indexOf('\n') + 1);
  const indent = indentOf(lines, value);
  let breaks: number[] = [];
  for (const { text, start } of lines) {
    const content = text.slice(indent);
    const contentStart = start + Math.min(indent, text.length);
    if (content !== '') {
      const known = drawn.starts.length;
      const wanted = known === 0 ? breaks.length : (breaksAt(value, known) ?? 1);
      for (const offset of breaks.slice(Math.max(0, breaks.length - wanted))) drawn.add(offset);
      for (let index = 0; index < content.length; index += 1) drawn.add(contentStart + index);
      breaks = [];
    }
    breaks.push(start + text.length);
  }
  for (const offset of breaks)
    drawn.add(Math.min(offset, raw.length), Math.min(offset + 1, raw.length));
}

/** How many line breaks the value has at an offset; none where they were folded into a space. */
function breaksAt(value: string, offset: number): number | undefined {
  return /^\n+/.exec(value.slice(offset))?.[0].length;
}

/** What the first line with words lost on its way into the value. */
function indentOf(lines: readonly { readonly text: string }[], value: string): number {
  const typed = lines.find(({ text }) => /[^ ]/.test(text))?.text;
  const first = /^(?: *\n)*( *)[^ \n]/.exec(value)?.[1];
  if (typed === undefined || first === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, (/^ */.exec(typed)?.[0].length ?? 0) - first.length);
}

function linesFrom(raw: string, from: number): { readonly text: string; readonly start: number }[] {
  let start = from;
  return raw
    .slice(from)
    .split('\n')
    .map((text) => {
      const line = { text, start };
      start += text.length + 1;
      return line;
    });
}
