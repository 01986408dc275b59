/**
 * The Markdown that staff write: CommonMark with tables, notes, strikethrough and task lists. Raw
 * HTML is text. The parts of GFM are taken one by one: autolink literals cost four times what the
 * rest does and nobody misses them (`<https://…>` links all the same).
 */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { readPlainMarkdown } from './plain-markdown.ts';

const parser = unified().use(remarkParse).use(briefMarkdown).freeze();

/** One Markdown field → its tree, with positions in the field's value. */
export function parseMarkdown(text: string): Root {
  return readPlainMarkdown(text) ?? parser.parse(text);
}

/** A unified plugin: the dialect above, for whoever parses more than a field. */
export function briefMarkdown(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTable(),
    gfmTaskListItem(),
    { disable: { null: ['htmlFlow', 'htmlText'] } },
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}
