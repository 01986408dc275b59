/**
 * The brief as plain text, for programs and people that read mail so: titles underlined, lists and notes as
 * they are typed, addresses behind their words. No marks of Markdown are left but those that a reader of
 * mail has always seen.
 */
import type { Nodes, Parents, Root } from 'mdast';
import { defaultHandlers, type Handle, type State, toMarkdown } from 'mdast-util-to-markdown';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { DocumentMeta } from '../../model/document.ts';
import { type Notes, numberNotes } from '../html/notes.ts';
import { plainTree } from '../markdown/plain-tree.ts';

/** meta, tree → text, the marking in its first and its last line; lines end with `\n`. */
export function plainTextOfBrief(meta: DocumentMeta, tree: Root): string {
  const body = toMarkdown(plainTree(tree), {
    bullet: '-',
    emphasis: '_',
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    setext: true,
    // Nothing reads this text as Markdown, so nothing in it has to be escaped.
    unsafe: [],
    handlers: {
      ...handlers,
      table: tableHandler(meta.labels.colon ?? ':'),
      ...noteHandlers(numberNotes(tree)),
    },
  });
  return `${meta.marking}\n\n${body.trim()}\n\n${meta.marking}\n`;
}

/** Notes by the numbers that the other form of the mail gives them: `[3]`. */
function noteHandlers({ list }: Notes): Readonly<Record<string, Handle>> {
  const numbers = new Map(
    list.map(({ number, definition }) => [definition.identifier.toUpperCase(), number]),
  );
  const mark = ({ identifier }: { readonly identifier: string }) =>
    `[${numbers.get(identifier.toUpperCase()) ?? identifier}]`;
  return {
    footnoteReference: mark,
    footnoteDefinition: (node, _parent, state, info) =>
      `${mark(node)} ${state.containerFlow(node, info)}`,
  };
}

/** Words without their marks. */
const words: Handle = (node: Nodes, _parent, state, info) =>
  'children' in node
    ? state.containerPhrasing(node as Parameters<State['containerPhrasing']>[0], info)
    : '';

const handlers: Readonly<Record<string, Handle>> = {
  strong: words,
  emphasis: words,
  delete: words,
  text: (node: { readonly value: string }) => node.value,
  image: (node: { readonly alt?: string | null }) => node.alt ?? '',
  inlineCode: (node: { readonly value: string }) => node.value,
  link: (node: { readonly url: string }, parent: Parents | undefined, state, info) => {
    const label = words(node, parent, state, info);
    const address = node.url.replace(/^mailto:/, '');
    return label === address ? label : `${label} <${node.url}>`;
  },
  heading: (node, parent, state, info) => {
    // Third and deeper ones have no line below them; a blank line sets them apart.
    return node.depth > 2
      ? state.containerPhrasing(node, info)
      : defaultHandlers.heading(node, parent, state, info);
  },
};

/** The colon of the brief's language → a table as a line for each row, every cell named by its column. */
function tableHandler(colon: string): Handle {
  return (node: { readonly children: readonly { readonly children: readonly Nodes[] }[] }) => {
    const [head = [], ...rows] = node.children.map(({ children }) =>
      children.map((one) => plainTextOf(one)),
    );
    return rows
      .map((cells) =>
        cells
          .map((cell, index) => (head[index] ? `${head[index]}${colon} ${cell}` : cell))
          .join(' · '),
      )
      .join('\n');
  };
}
