/** The table of block types. A new one is one file in `nodes/` and one row here. */
import { Paragraph as WordParagraph } from 'docx';
import type { Paragraph, RootContent } from 'mdast';
import { dataOf } from '../../model/tree.ts';
import type { Block, Context, Place } from './context.ts';
import { spokenBy } from './inline.ts';
import { code } from './nodes/code.ts';
import { heading } from './nodes/heading.ts';
import { list } from './nodes/list.ts';
import { region } from './nodes/region.ts';
import { table } from './nodes/table.ts';
import { paragraphOf } from './paragraph.ts';

/** context, blocks of the tree, where they stand → blocks of Word, in order. */
export function blocks(context: Context, nodes: readonly RootContent[], outer: Place): Block[] {
  let waiting = outer.anchors;
  return nodes.flatMap((node) => {
    const id = dataOf(node)?.id;
    const anchors = id === undefined ? waiting : [...waiting, id];
    const place = { ...outer, voice: spokenBy(node, outer.voice), anchors };
    const made = block(context, node, place);
    // What starts at a block that leaves nothing behind starts at the next one.
    waiting = made.length === 0 ? anchors : [];
    return made;
  });
}

function block(context: Context, node: RootContent, place: Place): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const own = styleOf(node);
      return [
        paragraphOf(context, node.children, own === undefined ? place : { ...place, style: own }),
      ];
    }
    case 'heading':
      return [heading(context, node, place)];
    case 'list':
      return list(context, node, place, blocks);
    case 'blockquote':
      return blocks(context, node.children, { ...place, style: 'Quote' });
    case 'code':
      return [code(context, node, place)];
    case 'table':
      return table(context, node, place);
    case 'thematicBreak':
      return [new WordParagraph({ thematicBreak: true })];
    case 'html':
      return [paragraphOf(context, [node], place)];
    case 'region':
      return region(context, node, place, blocks);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      throw new Error(`no handler for the block "${node.type}"`);
  }
}

/** The style of a paragraph that is one thing: a picture, or which way a trend goes. */
function styleOf({ children }: Paragraph): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only === undefined) return undefined;
  if (only.type === 'image') return 'Figure';
  return only.type === 'phrase' && only.role === 'direction' ? 'Direction' : undefined;
}
