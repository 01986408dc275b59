/** How much there is to read: takeaways and body, not references. */
import type { Nodes, Root } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { countWords, readMinutes } from '../model/reading.ts';
import { walk } from '../model/walk.ts';
import { say, type ViewContext } from './view/context.ts';

/** Parts that nobody reads from start to end. */
const apparatus = new Set([
  'masthead',
  'evidence',
  'evidence-on-demand',
  'figure-data',
  'notes',
  'references',
  'scale-key',
  'glossary',
  'authors',
  'disclaimer',
  'colophon',
  'sample-notice',
  'stamp',
]);

export interface Reading {
  readonly words: number;
  readonly minutes: number;
}

/** tree → words and minutes, at the office's pace. */
export function readingOf(tree: Root, { lang, records }: ViewContext): Reading {
  const [publisher] = records.publisher.values();
  const words = countWords(readable(tree), lang);
  return { words, minutes: readMinutes(words, publisher?.data.defaults?.wordsPerMinute) };
}

/** Prints the minutes wherever a template asked for them. */
export function fillReadTime(tree: Root, { minutes }: Reading, context: ViewContext): void {
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'phrase' || node.role !== 'read-time') return undefined;
    node.children = [{ type: 'text', value: say(context, 'readTime', { minutes }) }];
    return 'skip';
  });
}

function readable(node: Nodes): string {
  if (node.type === 'footnoteDefinition' || node.type === 'footnoteReference') return '';
  if (node.type === 'region' && apparatus.has(node.role)) return '';
  const isLine = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  if (isLine) return `${plainTextOf(node)}\n`;
  return 'children' in node ? node.children.map(readable).join('') : '';
}
