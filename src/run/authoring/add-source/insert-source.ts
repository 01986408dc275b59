/**
 * A source into a YAML file. The file is not written anew: the record is put behind the last one, and
 * every other character, comments and all, stays as it was typed.
 */
import {
  type Document,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';

/** What is to be put in. */
export interface NewRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** A line above it, for whoever edits the file. */
  readonly comment?: string | undefined;
}

/** text of a data file (empty for a new one), record → new text, or undefined where it is broken. */
export function insertSource(text: string, record: NewRecord): string | undefined {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  if (document.contents !== null && !isMap(document.contents)) return undefined;
  const pair = sourcesIn(document.contents);
  if (pair === undefined) {
    const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return `${before}${before.trim() === '' ? '' : '\n'}sources:\n${recordText(record, 2)}`;
  }
  const { value } = pair;
  if (isMap(value) && value.items.length > 0) {
    if (value.flow === true) return insertIntoFlow(document, record);
    const column = columnOf(text, startOf(value.items[0]));
    return splice(text, endOf(value), `\n${recordText(record, column)}`);
  }
  // Nothing is held yet: `sources:` or `sources: {}`.
  const keyEnd = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  const lineEnd = text.indexOf('\n', keyEnd);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const comment = /\s#.*$/.exec(text.slice(keyEnd, end))?.[0] ?? '';
  const head = `${text.slice(0, keyEnd)}:${comment}\n`;
  return `${head}${recordText(record, 2)}${text.slice(end + 1)}`;
}

function sourcesIn(contents: YAMLMap | null): Pair | undefined {
  return contents?.items.find(({ key }) => isScalar(key) && key.value === 'sources');
}

/** A collection in braces cannot be added to by lines. */
function insertIntoFlow(document: Document.Parsed, { id, fields }: NewRecord): string {
  document.setIn(['sources', id], document.createNode(fields));
  return document.toString({ lineWidth: 0 });
}

function startOf(pair: Pair | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where the last record's own lines end. */
function endOf(map: YAMLMap): number {
  return map.range?.[1] ?? 0;
}

function splice(text: string, at: number, insertion: string): string {
  const lineEnd = text[at - 1] === '\n' ? at : text.indexOf('\n', at) + 1;
  const end = lineEnd === 0 ? text.length : lineEnd;
  const head = text.slice(0, end).replace(/\n*$/, '\n');
  const tail = text.slice(end).replace(/^\n+/, '');
  return `${head}${insertion}${tail === '' ? '' : `\n${tail}`}`;
}

/** Width at which long values are folded. */
const lineWidth = 100;

function recordText({ id, fields, comment }: NewRecord, column: number): string {
  const document = parseDocument('{}');
  document.contents = document.createNode({ [id]: fields }) as typeof document.contents;
  visit(document, {
    Seq: (_, list) => {
      for (const item of list.items) if (isMap(item)) item.flow = true;
    },
  });
  const lines = document
    .toString({ lineWidth: lineWidth - column })
    .trimEnd()
    .split('\n');
  const all = comment === undefined ? lines : [`# ${comment}`, ...lines];
  const indent = ' '.repeat(column);
  return all.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
}
