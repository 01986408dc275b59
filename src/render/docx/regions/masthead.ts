/**
 * The head of a brief: what stands before the title is the publisher's line, a paragraph after it is
 * the subtitle, or the byline where it holds a date or a reading time. Stamps and standfirst have
 * regions of their own.
 */
import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import { walk } from '../../../model/walk.ts';
import type { Block, Context, Place } from '../context.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `masthead` → its blocks in the styles `Publisher`, `Title`, `Subtitle`, `Byline`. */
export function masthead(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const titleIndex = node.children.findIndex((child) => child.type === 'heading');
  return node.children.flatMap((child, index) => {
    const anchors = index === 0 ? place.anchors : [];
    if (child.type !== 'paragraph') return blocks(context, [child], { ...place, anchors });
    const style = index < titleIndex ? 'Publisher' : styleOf(child);
    return blocks(context, [child], { ...place, anchors, style });
  });
}

function styleOf(paragraph: Paragraph): 'Byline' | 'Subtitle' {
  let isByline = false;
  walk<Nodes>(paragraph, (node) => {
    if (node.type === 'phrase' && (node.role === 'date' || node.role === 'read-time')) {
      isByline = true;
    }
    return undefined;
  });
  return isByline ? 'Byline' : 'Subtitle';
}
