/**
 * Nearly all fields are paragraphs and lists of words, with citations and numbers of findings among them.
 * These are read here, in a fraction of the time that a parser of all Markdown takes; whatever looks like anything
 * else is left to it.
 */
import type { Link, List, ListItem, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { Point } from 'unist';

/**
 * Markdown → the tree that the parser would make of it, positions included; undefined at the first
 * character that might mean something: a mark of emphasis, a bracket other than those of `[@source, p. 3]`
 * and `[](#finding.fact)`, an entity, an escape, a bar, white space at the edge of a line, or a line
 * that begins with anything but a word, or a dash and a word.
 */
export function readPlainMarkdown(text: string): Root | undefined {
  const words = text.endsWith('\n') ? text.slice(0, -1) : text;
  // Inside of brackets stand lines, too.
  const unbracketed = words.replace(bracketed, (_, citation?: string) => `x${citation ?? ''}`);
  if (!plainLines.test(unbracketed)) return undefined;
  const children: (Paragraph | List)[] = [];
  const start: Point = { line: 1, column: 1, offset: 0 };
  let at = start;
  for (const [index, block] of words.split('\n\n').entries()) {
    if (index > 0) at = after(at, '\n\n');
    const isList = block.startsWith('- ');
    // Two lists with a blank line between them are one.
    if (isList && children.at(-1)?.type === 'list') return undefined;
    children.push(isList ? listOf(block, at) : paragraphOf(block, at));
    at = after(at, block);
  }
  const end = after(at, text.slice(words.length));
  return { type: 'root', children, position: { start, end } };
}

/** A citation that neither address nor label follows, or an empty link to a record. */
const bracketed = /(?<![!\])])(?:\[(@[^[\]]*)\]|\[\]\((#[\w.-]+)\))(?![[(:])/g;

/** Blocks, a blank line between them. A number and a stop at the start of a line may be a list. */
const plainLines = (() => {
  const meaning = '\\\\`*_[\\]<>&~|\\t\\r\\n\\0';
  const line = `(?:[\\p{L}\uE000“‘„«"'(]|\\d+(?![\\d.)]))(?:[^${meaning}]*[^${meaning}\\s])?`;
  const item = `- ${line}(?:\\n  ${line})*`;
  const block = `(?:${line}(?:\\n${line})*|${item}(?:\\n${item})*)`;
  return new RegExp(`^${block}(?:\\n\\n${block})*$`, 'u');
})();

function paragraphOf(block: string, start: Point): Paragraph {
  const position = { start, end: after(start, block) };
  return { type: 'paragraph', children: wordsOf(block, start), position };
}

function listOf(block: string, start: Point): List {
  const children: ListItem[] = [];
  let at = start;
  for (const [index, item] of block.split(/\n(?=-)/).entries()) {
    if (index > 0) at = after(at, '\n');
    const position = { start: at, end: after(at, item) };
    const words = paragraphOf(item.slice(2), after(at, '- '));
    children.push({ type: 'listItem', spread: false, checked: null, children: [words], position });
    at = position.end;
  }
  const position = { start, end: at };
  return { type: 'list', ordered: false, start: null, spread: false, children, position };
}

/** A paragraph's text, cut at its links. */
function wordsOf(block: string, start: Point): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = start;
  let read = 0;
  const add = (until: number, make: (part: string) => Text | Link) => {
    if (until === read) return;
    const part = block.slice(read, until);
    // The blanks that indent a line are no part of the text before.
    const end = after(at, part.replace(/\n {2}$/, '\n'));
    nodes.push({ ...make(part), position: { start: at, end } });
    at = after(at, part);
    read = until;
  };
  for (const { 0: whole, 2: url, index } of block.matchAll(bracketed)) {
    if (url === undefined) continue;
    add(index, textNode);
    add(index + whole.length, () => ({ type: 'link', title: null, url, children: [] }));
  }
  add(block.length, textNode);
  return nodes;
}

/** The indentation of an item's lines is none of its words. */
function textNode(part: string): Text {
  return { type: 'text', value: part.replaceAll('\n  ', '\n') };
}

/** The place behind a text that begins at a place. */
function after({ line, column, offset = 0 }: Point, text: string): Point {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last : last + 1,
    offset: offset + text.length,
  };
}
