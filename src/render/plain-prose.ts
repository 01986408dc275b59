/**
 * Prose of a record as plain text, for formats that have no notes, no links and no emphasis. Numbers
 * and names that a link to a record stands for are printed; citations and notes are left out, since
 * such formats list the works cited beside the text.
 */
import type { Nodes } from 'mdast';
import type { Content } from '../model/edition-content.ts';
import { factOf, formatFact } from '../model/fact.ts';
import { markEscaped } from '../model/literal-brackets.ts';
import { parseMarkdown } from '../model/markdown.ts';
import { citationsIn, literalMark } from '../model/mentions.ts';
import type { Data } from '../model/schema/kinds.ts';
import { walk } from '../model/walk.ts';

/** Markdown of a record, the records around it, BCP 47 tag → one line of text. */
export function plainProse(markdown: unknown, graph: Content, lang: string): string {
  if (typeof markdown !== 'string') return '';
  const tree = parseMarkdown(markdown);
  walk<Nodes>(tree, (node) => {
    if (node.type === 'text') node.value = withoutCitations(node.value, sourceOf(node, markdown));
    if (node.type !== 'link' || !node.url.startsWith('#') || node.children.length > 0) return;
    const value = named(decodeURIComponent(node.url.slice(1)), graph, lang);
    node.children = [{ type: 'text', value }];
  });
  return wordsOf(tree).replaceAll(literalMark, '').replace(/\s+/g, ' ').trim();
}

function sourceOf({ position }: Nodes, markdown: string): string {
  return markdown.slice(position?.start.offset, position?.end.offset);
}

/** A citation goes with the blank before it. */
function withoutCitations(value: string, typed: string): string {
  let text = markEscaped(value, typed);
  for (const { start, end } of citationsIn(text).toReversed()) {
    text = text.slice(0, start).trimEnd() + text.slice(end);
  }
  return text;
}

/** What `[](#id)` says: the number of a finding, else what the record is called. */
function named(target: string, graph: Content, lang: string): string {
  const dot = target.indexOf('.');
  const id = dot === -1 ? target : target.slice(0, dot);
  const finding = graph.finding?.[id];
  if (finding !== undefined) {
    // The graph holds findings as the schema left them.
    const data = finding as Data<'finding'>;
    const fact = factOf({ data }, dot === -1 ? undefined : target.slice(dot + 1));
    return fact === undefined ? '' : formatFact(fact, lang);
  }
  const figure = graph.figure?.[id]?.title;
  const other = graph.takeaway?.[id]?.lead ?? graph.trend?.[id]?.title ?? graph.term?.[id]?.term;
  return String(figure ?? other ?? id);
}

/** Blocks, items and cells are parted by a blank; what a note says is not in the text. */
function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteDefinition' || node.type === 'definition') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isBlock = node.type !== 'paragraph' && node.children.some((child) => !isInline(child));
  return node.children.map(wordsOf).join(isBlock ? ' ' : '');
}

const inline: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'break',
]);

function isInline({ type }: Nodes): boolean {
  return inline.has(type);
}
