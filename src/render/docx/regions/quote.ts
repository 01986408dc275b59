/**
 * Somebody's words: quotations and what is only reported in the style `Quote`, and in a last
 * paragraph who said so, in the style `Attribution`, which stays on the same page.
 */
import type { RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `quote` → its blocks. */
export function quote(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const last = node.children.at(-1);
  const isAttributed = node.children.length > 1 && last?.type === 'paragraph';
  const words = isAttributed ? node.children.slice(0, -1) : node.children;
  const said = blocks(context, words, { ...place, style: 'Quote', keepNext: isAttributed });
  if (!isAttributed) return said;
  return [...said, ...blocks(context, [last], { ...place, anchors: [], style: 'Attribution' })];
}
