/** Groups and lists in brackets, `{ value: 3 }` and `[a, b]`. Source: YAML 1.2.2, chapter 7.4. */
import { type Cursor, endOfLine, newline } from './cursor.ts';
import { readKey } from './key.ts';
import type { PlainField, PlainGroup, PlainList, PlainNode, PlainScalar } from './node.ts';
import { isPlainStart, resolvePlain } from './plain-scalar.ts';
import { isQuote, readQuoted } from './quoted-scalar.ts';

/** Deeper than data go; what is deeper is read by others, who may say that it is too deep. */
const maxDepth = 8;

/** cursor at a bracket, column of what holds the value → group or list; the cursor stands behind it. */
export function readFlow(
  cursor: Cursor,
  parent: number,
  depth = 0,
): PlainGroup | PlainList | undefined {
  if (depth > maxDepth) return cursor.giveUp();
  return cursor.text[cursor.at] === '{'
    ? readFlowGroup(cursor, parent, depth)
    : readFlowList(cursor, parent, depth);
}

/** text, offset → true where a group or list in brackets begins. */
export function isBracket(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x5b || code === 0x7b;
}

function readFlowList(cursor: Cursor, parent: number, depth: number): PlainList | undefined {
  const start = cursor.at;
  const items: PlainNode[] = [];
  const value: unknown[] = [];
  const isDone = readItems(cursor, parent, ']', () => {
    const node = readItem(cursor, parent, depth);
    if (node === undefined) return;
    items.push(node);
    value.push(node.value);
  });
  return isDone ? { type: 'LIST', start, end: cursor.at, value, items } : undefined;
}

function readFlowGroup(cursor: Cursor, parent: number, depth: number): PlainGroup | undefined {
  const start = cursor.at;
  const fields: PlainField[] = [];
  const value: Record<string, unknown> = {};
  const isDone = readItems(cursor, parent, '}', () => {
    const from = cursor.at;
    const name = readKey(cursor);
    if (name === undefined || Object.hasOwn(value, name)) return cursor.giveUp();
    skipBlanks(cursor, parent);
    const node = readItem(cursor, parent, depth);
    if (node === undefined) return;
    fields.push({ name, start: from, end: from + name.length, node });
    value[name] = node.value;
  });
  return isDone ? { type: 'GROUP', start, end: cursor.at, value, fields } : undefined;
}

/** Items between brackets, parted by commas. True where the closing bracket was reached. */
function readItems(cursor: Cursor, parent: number, closing: string, readOne: () => void): boolean {
  const { text } = cursor;
  cursor.at += 1;
  skipBlanks(cursor, parent);
  if (text[cursor.at] === closing) {
    cursor.at += 1;
    return true;
  }
  while (!cursor.isUnusual) {
    readOne();
    skipBlanks(cursor, parent);
    const next = text[cursor.at];
    cursor.at += 1;
    if (next === closing) return !cursor.isUnusual;
    if (next !== ',') break;
    skipBlanks(cursor, parent);
  }
  cursor.giveUp();
  return false;
}

function readItem(cursor: Cursor, parent: number, depth: number): PlainNode | undefined {
  const { text, at } = cursor;
  if (isBracket(text, at)) return readFlow(cursor, parent, depth + 1);
  if (isQuote(text, at)) return readQuoted(cursor, parent);
  return readFlowPlain(cursor);
}

/** Ends at a comma or a bracket; what else might end it is left to others. */
const flowPlain = /[^,[\]{}\n]+/y;

function readFlowPlain(cursor: Cursor): PlainScalar | undefined {
  const { text, at: start } = cursor;
  flowPlain.lastIndex = start;
  const found = flowPlain.exec(text)?.[0].replace(/ +$/, '') ?? '';
  const isOdd = found === '' || /:(?: |$)| #/.test(found) || !isPlainStart(text, start);
  const value = isOdd ? null : resolvePlain(found);
  if (value === null) return cursor.giveUp();
  cursor.at = start + found.length;
  return { type: 'PLAIN', start, end: cursor.at, value };
}

/** Spaces and line breaks; each further line stands further in than the parent. */
function skipBlanks(cursor: Cursor, parent: number): void {
  const { text } = cursor;
  cursor.skipSpaces();
  while (text.charCodeAt(cursor.at) === newline) {
    const from = cursor.at + 1;
    cursor.at = from;
    cursor.skipSpaces();
    if (cursor.at - from <= parent && cursor.at < endOfLine(text, from))
      return void cursor.giveUp();
  }
}
