/** Texts behind `|` and `>`. Source: YAML 1.2.2, chapter 8.1. */
import { type Cursor, endOfLine, space } from './cursor.ts';
import type { PlainScalar } from './node.ts';

/** The header: style, and whether the last line break counts. Indents in figures and `+` are rare. */
const header = /([|>])(-?) *\n/y;

/** cursor at the header, column of what holds the value → scalar. */
export function readBlockScalar(cursor: Cursor, parent: number): PlainScalar | undefined {
  const { text, at: start } = cursor;
  header.lastIndex = start;
  const found = header.exec(text);
  if (found === null) return cursor.giveUp();
  const [whole, style, chomping] = found;
  const from = start + whole.length;
  const indent = indentOf(text, from);
  if (indent <= parent) return cursor.giveUp();
  const lines: string[] = [];
  let end = from;
  let at = from;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const column = columnOf(text, at, lineEnd);
    const isBlank = at + column === lineEnd;
    if (!isBlank && column < indent) break;
    // Spaces that count, and lines that keep their breaks.
    if (isBlank ? column > indent : style === '>' && column > indent) return cursor.giveUp();
    lines.push(isBlank ? '' : text.slice(at + indent, lineEnd));
    at = Math.min(lineEnd + 1, text.length);
    if (!isBlank) end = at;
  }
  while (lines.at(-1) === '') lines.pop();
  const words = style === '|' ? lines.join('\n') : fold(lines);
  const value = chomping === '-' ? words : `${words}\n`;
  cursor.at = end;
  cursor.lineEnd = end;
  cursor.isCut = false;
  cursor.nextLine();
  // What is neither inside nor out is an error for others to explain.
  if (cursor.column > parent) return cursor.giveUp();
  return { type: style === '|' ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED', start, end, value };
}

/** The first line with words sets the indent; -1 where blank lines reach further, or none has words. */
function indentOf(text: string, from: number): number {
  let widest = 0;
  for (let at = from; at < text.length; ) {
    const lineEnd = endOfLine(text, at);
    const column = columnOf(text, at, lineEnd);
    if (at + column < lineEnd) return column < widest ? -1 : column;
    widest = Math.max(widest, column);
    at = lineEnd + 1;
  }
  return -1;
}

function columnOf(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === space) at += 1;
  return at - from;
}

/** A break is a space, a blank line a break. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let blanks = 0;
  for (const line of lines) {
    if (line === '') {
      blanks += 1;
      continue;
    }
    if (folded === '') folded = '\n'.repeat(blanks);
    else folded += blanks === 0 ? ' ' : '\n'.repeat(blanks);
    folded += line;
    blanks = 0;
  }
  return folded;
}
