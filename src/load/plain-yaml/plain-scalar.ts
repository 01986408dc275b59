/**
 * Words without quotation marks, on one line or folded over several.
 * Source: YAML 1.2.2, chapters 7.3.3 (plain style) and 10.3.2 (core schema).
 */
import { type Cursor, endOfLine, space } from './cursor.ts';
import type { PlainScalar } from './node.ts';

/** What a value begins with that is no number and no word. */
const otherStart = /[,[\]{}#&*!|>'"%@`~?:=<]|-(?![A-Za-z0-9])/y;

/** cursor at the first character, column of what holds the value → scalar. */
export function readPlain(cursor: Cursor, parent: number): PlainScalar | undefined {
  const { text, at: start } = cursor;
  if (!isPlainStart(text, start)) return cursor.giveUp();
  let value = readPiece(cursor);
  let end = cursor.at;
  cursor.endLine();
  while (cursor.column > parent) {
    if (cursor.isCut || cursor.comment >= 0) return cursor.giveUp();
    value += cursor.blanks === 0 ? ' ' : '\n'.repeat(cursor.blanks);
    value += readPiece(cursor);
    end = cursor.at;
    cursor.endLine();
  }
  if (cursor.isUnusual) return undefined;
  const resolved = resolvePlain(value);
  return resolved === null ? cursor.giveUp() : { type: 'PLAIN', start, end, value: resolved };
}

/** text, offset → true where plain words may begin. */
export function isPlainStart(text: string, at: number): boolean {
  otherStart.lastIndex = at;
  return !otherStart.test(text);
}

/** The words of one line, without spaces at their end and the comment after them. */
function readPiece(cursor: Cursor): string {
  const { text, at } = cursor;
  const line = text.slice(at, endOfLine(text, at));
  const comment = line.indexOf(' #');
  let end = comment === -1 ? line.length : comment;
  while (line.charCodeAt(end - 1) === space) end -= 1;
  const piece = end === line.length ? line : line.slice(0, end);
  // A colon here would make a group of a text.
  if (piece.endsWith(':') || piece.includes(': ')) cursor.giveUp();
  else cursor.at = at + end;
  return piece;
}

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** plain text → what it means; null where that is nothing, or nothing that is common. */
export function resolvePlain(text: string): string | number | boolean | null {
  if (/^[-+.\d]/.test(text)) return resolveNumber(text);
  if (text.length > 5) return text;
  return /^(?:null|Null|NULL)$/.test(text) ? null : (words.get(text) ?? text);
}

function resolveNumber(text: string): string | number | null {
  if (/^[-+]?\d+$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+[eE][-+]?\d+)$/.test(text)) {
    return Number.parseFloat(text);
  }
  // Octal and hexadecimal numbers, infinity: rare enough to be left to others.
  return /^0[ox]|^[-+]?\.[a-z]/i.test(text) ? null : text;
}
