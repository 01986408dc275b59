/** The block that must be readable on its own: heading, numbered takeaways, and a rule that closes it. */
import { Paragraph } from 'docx';
import type { RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `takeaways` → its blocks; the list knows the numbers by the role of this place. */
export function takeaways(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const end = new Paragraph({ style: 'TakeawaysEnd' });
  return [...blocks(context, node.children, place), end];
}
