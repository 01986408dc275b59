/**
 * Markdown → its prose in place: text is copied to where it stands, everything else leaves spaces, or
 * blots where a reader sees something that is not ours to lint. Quoted blocks and code leave nothing.
 */
import type { Nodes, Parents, Text } from 'mdast';
import { parseMarkdown } from '../../model/markdown.ts';
import { type Block, blot, type Stretch } from './stretch.ts';

/** What a reader reads of some Markdown. */
export interface Painted {
  /** As long as the Markdown. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly LinkText[];
}

/** The words of a link, with their place. */
export interface LinkText extends Stretch {
  readonly text: string;
}

interface Canvas {
  readonly value: string;
  readonly characters: string[];
  readonly blocks: Block[];
  readonly links: LinkText[];
}

/** Markdown → prose; parses it. */
export function paintMarkdown(value: string): Painted {
  const characters = ' '.repeat(value.length).split('');
  const canvas: Canvas = { value, characters, blocks: [], links: [] };
  paint(parseMarkdown(value), canvas);
  return { text: characters.join(''), blocks: canvas.blocks, links: canvas.links };
}

function paint(node: Nodes, canvas: Canvas): void {
  const { start, end } = rangeOf(node);
  switch (node.type) {
    case 'blockquote':
    case 'code':
    case 'html':
    case 'definition':
      return;
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      canvas.blocks.push({ start, end, isHeading: node.type === 'heading' });
      paintAll(node, canvas);
      return;
    case 'text':
      paintText(node, canvas);
      return;
    case 'inlineCode':
    case 'image':
    case 'imageReference':
      canvas.characters.fill(blot, start, end);
      return;
    case 'link':
    case 'linkReference':
      paintLink(node, canvas);
      return;
    default:
      if ('children' in node) paintAll(node, canvas);
  }
}

function paintAll(node: Parents, canvas: Canvas): void {
  for (const child of node.children) paint(child, canvas);
}

/** An empty link is a fact; the words of the others are read like prose. */
function paintLink(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, canvas: Canvas): void {
  const { start, end } = rangeOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) {
    canvas.characters.fill(blot, start, end);
    return;
  }
  paintAll(node, canvas);
  const inner = rangeOf(first).start;
  const painted = canvas.characters.slice(inner, rangeOf(last).end).join('');
  const text = painted.trim();
  const from = inner + painted.indexOf(text);
  canvas.links.push({ start: from, end: from + text.length, text });
}

/** Copies a text node; escapes, references (`&amp;`) and line prefixes leave spaces behind. */
function paintText(node: Text, { value, characters }: Canvas): void {
  const { start, end } = rangeOf(node);
  let read = 0;
  for (let at = start; at < end && read < node.value.length; at += 1) {
    const wanted = node.value.charAt(read);
    const reference =
      value.charAt(at) === '&' ? /^&#?\w+;/.exec(value.slice(at, end))?.[0] : undefined;
    if (reference !== undefined && !node.value.startsWith(reference, read)) {
      characters[at] = wanted;
      read += (node.value.codePointAt(read) ?? 0) > 0xffff ? 2 : 1;
      at += reference.length - 1;
    } else if (value.charAt(at) === wanted) {
      characters[at] = wanted;
      read += 1;
    }
  }
}

function rangeOf(node: Nodes): Stretch {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
