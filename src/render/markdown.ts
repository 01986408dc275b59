/**
 * Renders a brief as Markdown: CommonMark with tables and notes, no HTML, one line a paragraph so
 * that it can be pasted anywhere. Markings and dates stand in the front matter.
 */
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Artifact, Composed } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { frontMatter } from './markdown/front-matter.ts';
import { partPictures } from './markdown/pictures.ts';
import { plainTree } from './markdown/plain-tree.ts';
import { textToMarkdown } from './markdown/text.ts';

/** document → `<id>.md`, its pictures as files in `<id>.files/`. */
export function renderMarkdown({ meta, tree }: Pick<Composed, 'meta' | 'tree'>): Outcome<Artifact> {
  const { tree: own, parts } = partPictures(tree, meta.fileStem);
  const body = toMarkdown(plainTree(own), {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    resourceLink: false,
    rule: '-',
    handlers: { text: textToMarkdown },
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
    ],
  });
  return clean({
    brief: meta.id,
    format: 'md',
    name: `${meta.fileStem}.md`,
    mediaType: 'text/markdown;charset=utf-8',
    bytes: new TextEncoder().encode(`${frontMatter(meta)}\n${body}`),
    ...(parts.length === 0 ? {} : { parts }),
  });
}
