/** Groups and lists by indent. Source: YAML 1.2.2, chapter 8.2. */
import { readBlockScalar } from './block-scalar.ts';
import { type Cursor, newline, space } from './cursor.ts';
import { isBracket, readFlow } from './flow.ts';
import { isKey, readKey } from './key.ts';
import type { PlainField, PlainGroup, PlainList, PlainNode } from './node.ts';
import { readPlain } from './plain-scalar.ts';
import { isQuote, readQuoted } from './quoted-scalar.ts';

/** Deeper than data go; what is deeper is read by others, who may say that it is too deep. */
const maxDepth = 16;

const hash = 0x23;
const dash = 0x2d;
const greater = 0x3e;
const bar = 0x7c;

/** cursor at a value, its column, column of what holds it → value; the cursor stands at what comes next. */
export function readBlock(
  cursor: Cursor,
  column: number,
  parent: number,
  depth = 0,
): PlainNode | undefined {
  if (depth > maxDepth || cursor.at >= cursor.text.length) return cursor.giveUp();
  if (isDash(cursor)) return readList(cursor, column, depth);
  if (isKey(cursor)) return readGroup(cursor, column, depth);
  const leaf = readLeaf(cursor, parent);
  // A comment that stands further in than the value's group or list belongs to the value.
  return cursor.comment > parent ? cursor.giveUp() : leaf;
}

function readLeaf(cursor: Cursor, parent: number): PlainNode | undefined {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === bar || code === greater) return readBlockScalar(cursor, parent);
  const isBracketed = isBracket(text, at);
  if (!isBracketed && !isQuote(text, at)) return readPlain(cursor, parent);
  const node = isBracketed ? readFlow(cursor, parent) : readQuoted(cursor, parent);
  if (node !== undefined) cursor.endLine();
  return node;
}

function isDash({ text, at }: Cursor): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === dash && (next === space || next === newline);
}

function readGroup(cursor: Cursor, column: number, depth: number): PlainGroup | undefined {
  const start = cursor.at;
  const fields: PlainField[] = [];
  const value: Record<string, unknown> = {};
  let end = start;
  do {
    const from = cursor.at;
    const name = readKey(cursor);
    if (name === undefined || Object.hasOwn(value, name)) return cursor.giveUp();
    const node = readFieldValue(cursor, column, depth);
    if (node === undefined) return cursor.giveUp();
    fields.push({ name, start: from, end: from + name.length, node });
    value[name] = node.value;
    end = cursor.lineEnd;
  } while (continues(cursor, column));
  return cursor.isUnusual ? undefined : { type: 'GROUP', start, end, value, fields };
}

/** Behind the colon, or below it: further in, but for dashes. */
function readFieldValue(cursor: Cursor, column: number, depth: number): PlainNode | undefined {
  cursor.skipSpaces();
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === newline || code === hash) {
    cursor.endLine();
    const isList = cursor.column === column && isDash(cursor);
    if (cursor.column <= column && !isList) return cursor.giveUp();
    return readBlock(cursor, cursor.column, column, depth + 1);
  }
  if (isDash(cursor) || isKey(cursor)) return cursor.giveUp();
  return readBlock(cursor, column, column, depth + 1);
}

function readList(cursor: Cursor, column: number, depth: number): PlainList | undefined {
  const start = cursor.at;
  const items: PlainNode[] = [];
  const value: unknown[] = [];
  let end = start;
  do {
    const from = cursor.at;
    cursor.at += 1;
    cursor.skipSpaces();
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === newline || code === hash) return cursor.giveUp();
    const node = readBlock(cursor, column + cursor.at - from, column, depth + 1);
    if (node === undefined) return cursor.giveUp();
    items.push(node);
    value.push(node.value);
    end = cursor.lineEnd;
  } while (continues(cursor, column) && isDash(cursor));
  return cursor.isUnusual ? undefined : { type: 'LIST', start, end, value, items };
}

/**
 * True where more follows in the same column. Where the group or list ends, comments behind it that do
 * not stand further out are its own.
 */
function continues(cursor: Cursor, column: number): boolean {
  if (cursor.column === column) return true;
  if (cursor.column > column) cursor.giveUp();
  else if (cursor.comment >= column && column > 0) {
    cursor.lineEnd = cursor.at;
    cursor.comment = -1;
  }
  return false;
}
