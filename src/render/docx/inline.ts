/** The table of inline node types. A new one is one file in `nodes/` and one row here. */
import { TextRun } from 'docx';
import type { Nodes, PhrasingContent } from 'mdast';
import { dataOf } from '../../model/tree.ts';
import { bookmark } from './bookmark.ts';
import type { Context, Inline, Voice } from './context.ts';
import { footnoteReference } from './nodes/footnote-reference.ts';
import { image } from './nodes/image.ts';
import { link } from './nodes/link.ts';
import { phrase } from './nodes/phrase.ts';
import { runOptions, textRuns } from './text-runs.ts';

/** context, inline nodes, how they are spoken → what a paragraph of Word holds. */
export function inline(
  context: Context,
  nodes: readonly PhrasingContent[],
  voice: Voice,
): Inline[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const made = one(context, node, spokenBy(node, voice), before);
    const id = node.type === 'footnoteReference' ? undefined : dataOf(node)?.id;
    return [...bookmark(context, id), ...made];
  });
}

/** The voice of what is inside a node: its own language and direction, where it has them. */
export function spokenBy(node: Nodes, voice: Voice): Voice {
  const { lang = voice.lang, dir = voice.dir } = dataOf(node) ?? {};
  return lang === voice.lang && dir === voice.dir ? voice : { ...voice, lang, dir };
}

function one(
  context: Context,
  node: PhrasingContent,
  voice: Voice,
  before: PhrasingContent | undefined,
): Inline[] {
  const inside = (children: readonly PhrasingContent[], how: Partial<Voice>): Inline[] =>
    inline(context, children, { ...voice, ...how });
  switch (node.type) {
    case 'text':
    case 'html':
      return textRuns(context, node.value, voice);
    case 'emphasis':
      return inside(node.children, { italics: voice.italics !== true });
    case 'strong':
      return inside(node.children, { bold: true });
    case 'delete':
      return inside(node.children, { strike: true });
    case 'inlineCode':
      return textRuns(context, node.value, { ...voice, style: 'CodeChar' });
    case 'break':
      return [new TextRun({ ...runOptions(context, voice), break: 1 })];
    case 'link':
      return link(context, node, voice, inline);
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier.toUpperCase());
      if (definition === undefined) return inside(node.children, {});
      return link(context, { ...node, type: 'link', url: definition.url }, voice, inline);
    }
    case 'image':
      return image(context, node, voice);
    case 'imageReference': {
      const url = context.definitions.get(node.identifier.toUpperCase())?.url ?? '';
      return image(context, { ...node, type: 'image', url }, voice);
    }
    case 'footnoteReference':
      return footnoteReference(context, node, voice, before);
    case 'phrase':
      return phrase(context, node, voice, inline);
    default:
      return unknown(node);
  }
}

/** A node type that nobody planned for is our mistake, as its words would be lost. */
function unknown(node: { readonly type: string }): never {
  throw new Error(`no handler for the inline node "${node.type}"`);
}
