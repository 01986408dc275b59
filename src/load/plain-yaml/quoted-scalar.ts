/** Words in quotation marks. Source: YAML 1.2.2, chapters 7.3.1 and 7.3.2. */
import { type Cursor, space } from './cursor.ts';
import type { PlainScalar } from './node.ts';

const double = 0x22;
const single = 0x27;

/** Escapes that JSON has as well. */
const otherEscape = /\\[^"\\/bfnrtu]/;

/**
 * cursor at a quotation mark, column of what holds the value → scalar; the cursor stands behind the
 * closing mark.
 */
export function readQuoted(cursor: Cursor, parent: number): PlainScalar | undefined {
  const { text, at: start } = cursor;
  const isDouble = text.charCodeAt(start) === double;
  const end = isDouble ? closingDouble(text, start + 1) : closingSingle(text, start + 1);
  if (end === -1) return cursor.giveUp();
  const raw = text.slice(start + 1, end);
  const value = isDouble ? readDouble(raw, parent) : readSingle(raw, parent);
  if (value === undefined) return cursor.giveUp();
  cursor.at = end + 1;
  return { type: isDouble ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE', start, end: end + 1, value };
}

/** text, offset → true where a quoted text begins. */
export function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === double || code === single;
}

function closingDouble(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && isEscaped(text, at, from)) at = text.indexOf('"', at + 1);
  return at;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let count = 0;
  while (at - count > from && text.charCodeAt(at - count - 1) === 0x5c) count += 1;
  return count % 2 === 1;
}

function closingSingle(text: string, from: number): number {
  let at = text.indexOf("'", from);
  while (at !== -1 && text.charCodeAt(at + 1) === single) at = text.indexOf("'", at + 2);
  return at;
}

function readDouble(raw: string, parent: number): string | undefined {
  if (!raw.includes('\\')) return fold(raw, parent);
  if (raw.includes('\n') || otherEscape.test(raw)) return undefined;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return undefined;
  }
}

function readSingle(raw: string, parent: number): string | undefined {
  return fold(raw, parent)?.replaceAll("''", "'");
}

/** Lines → one: a break is a space, a blank line a break. Each line stands further in than its parent. */
function fold(raw: string, parent: number): string | undefined {
  if (!raw.includes('\n')) return raw;
  const lines = raw.split('\n');
  let folded = '';
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    const from = isFirst ? 0 : spacesBefore(line);
    const to = isLast ? line.length : line.length - spacesAfter(line);
    if (!isFirst && from <= parent && (isLast || from < line.length)) return undefined;
    if (from >= to && !isFirst && !isLast) {
      blanks += 1;
      continue;
    }
    if (!isFirst) folded += blanks === 0 ? ' ' : '\n'.repeat(blanks);
    folded += line.slice(from, Math.max(from, to));
    blanks = 0;
  }
  return folded;
}

function spacesBefore(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === space) count += 1;
  return count;
}

function spacesAfter(line: string): number {
  let count = 0;
  while (line.charCodeAt(line.length - 1 - count) === space) count += 1;
  return count;
}
