/**
 * One data file → the same data, laid out as everyone's: two blanks a level, fields in the schema's
 * order, one empty line between records. What a value says and what a comment says never changes, and
 * where that cannot be shown the file is left alone.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isAlias, isMap, isNode, Lexer, parseDocument, visit } from 'yaml';
import { compareCodePoints } from '../../../model/order.ts';
import { collections, schemas } from '../../../model/schema/kinds.ts';
import { sortFields } from './sort-fields.ts';
import { keepScalars } from './typed-scalar.ts';

/** Longest line that a list or group in brackets may end in. */
const lineWidth = 100;

/** Why a file is left alone: its YAML is broken, or we could not keep everything in it. */
export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  | { readonly kind: 'broken' }
  | { readonly kind: 'unsafe' };

/** path (a brief or records), text with LF line ends → its layout. Formatting twice changes nothing. */
export function formatYaml(path: string, text: string): Formatted {
  const once = layOut(path, text);
  if (once === undefined) return { kind: 'broken' };
  const isSafe = layOut(path, once) === once && saysTheSame(text, once);
  return isSafe ? { kind: 'formatted', text: once } : { kind: 'unsafe' };
}

/** First everything but the length of lines, then lists and groups that are too long for theirs. */
function layOut(path: string, text: string): string | undefined {
  let laid = print(path, text, () => {});
  for (let depth = 0; laid !== undefined && depth < maxDepth; depth += 1) {
    const source = laid;
    const next = print(path, source, (document) => openLong(document, source));
    if (next === source) break;
    laid = next;
  }
  return laid;
}

/** Brackets inside brackets open one level at a time. */
const maxDepth = 20;

function print(
  path: string,
  text: string,
  change: (document: Document.Parsed) => void,
): string | undefined {
  const document = parseDocument(text, {
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  // A repeated part must stay below the part that it repeats.
  if (!hasAlias(document)) sortRecords(path, document);
  if (!path.startsWith('data/briefs/')) partRecords(document);
  change(document);
  keepScalars(document);
  return document.toString({ indent: 2, lineWidth: 0 });
}

/** What stands in brackets and reaches past the width gets one line an item. */
function openLong(document: Document.Parsed, text: string): void {
  visit(document, {
    Collection: (_, node) => {
      if (node.flow !== true) return undefined;
      const end = node.range?.[1] ?? 0;
      const column = end - (text.lastIndexOf('\n', end - 1) + 1);
      if (column > lineWidth && node.items.length > 0) node.flow = false;
      return visit.SKIP;
    },
  });
}

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) found = true;
    },
  });
  return found;
}

function sortRecords(path: string, { contents }: Document.Parsed): void {
  if (path.startsWith('data/briefs/')) {
    sortFields(contents, schemas.brief);
    return;
  }
  if (!isMap(contents)) return;
  sortFields(contents.get('publisher'), schemas.publisher);
  for (const [key, kind] of Object.entries(collections)) {
    const held = contents.get(key);
    if (!isMap(held)) continue;
    for (const { value } of held.items) sortFields(value, schemas[kind]);
  }
}

/** One empty line between collections and between records, none above the first. */
function partRecords({ contents }: Document.Parsed): void {
  if (!isMap(contents)) return;
  partItems(contents.items);
  for (const { key, value } of contents.items) {
    const name = isNode(key) ? String(key.toJSON()) : '';
    if (!isMap(value) || value.flow === true || !Object.hasOwn(collections, name)) continue;
    value.spaceBefore = false;
    partItems(value.items);
  }
}

function partItems(items: readonly { readonly key: unknown }[]): void {
  for (const [index, { key }] of items.entries()) {
    if (isNode(key)) key.spaceBefore = index > 0;
  }
}

/** Same values, same comments; the order of fields does not count. */
function saysTheSame(before: string, after: string): boolean {
  const dataIn = (text: string): unknown => parseDocument(text).toJS();
  return (
    isDeepStrictEqual(dataIn(before), dataIn(after)) &&
    isDeepStrictEqual(commentsIn(before), commentsIn(after))
  );
}

function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)]
    .filter((token) => token.startsWith('#'))
    .map((token) => token.trimEnd())
    .sort(compareCodePoints);
}
