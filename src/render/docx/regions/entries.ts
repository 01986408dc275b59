/** Lists of entries that hang by their first words, without bullets: terms, works cited. */
import type { List, ListItem, RootContent } from 'mdast';
import { dataOf, type Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { spokenBy } from '../inline.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** style → handler of a region whose lists are entries of that style. */
export function entries(style: string) {
  return (context: Context, node: Region, place: Place, blocks: Blocks): Block[] =>
    node.children.flatMap((child, index) => {
      const here = { ...place, anchors: index === 0 ? place.anchors : [] };
      if (child.type !== 'list') return blocks(context, [child], here);
      return entriesOf(context, child, { ...here, style }, blocks);
    });
}

function entriesOf(context: Context, list: List, place: Place, blocks: Blocks): Block[] {
  return list.children.flatMap((item, index) => {
    const outer = index === 0 ? place.anchors : [];
    return blocks(context, item.children, entryPlace(item, { ...place, anchors: outer }));
  });
}

function entryPlace(item: ListItem, place: Place): Place {
  const id = dataOf(item)?.id;
  const anchors = id === undefined ? place.anchors : [...place.anchors, id];
  return { ...place, anchors, voice: spokenBy(item, place.voice) };
}
