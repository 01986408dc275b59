/**
 * A figure: its title as a caption above it, the picture and the table of its data, and below them
 * what there is to say about it. All of it stays together where a page can hold it.
 */
import type { Image, RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `figure` or `table-wide` → its blocks in the styles `Caption`, `Figure`, `FigureNote`. */
export function figure(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const hasTable = node.children.some((child) => child.type === 'table');
  const shown = node.children.filter((child) => !(hasTable && isUndrawable(context, child)));
  const hasTitle = shown[0]?.type === 'paragraph' && pictureIn(shown[0]) === undefined;
  return shown.flatMap((child, index) => {
    const isTitle = hasTitle && index === 0;
    const isNote = child.type === 'paragraph' && pictureIn(child) === undefined;
    return blocks(context, [child], {
      ...place,
      anchors: index === 0 ? place.anchors : [],
      style: isTitle ? 'Caption' : isNote ? 'FigureNote' : place.style,
      keepNext: index < shown.length - 1,
    });
  });
}

function pictureIn(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === 'image' ? only : undefined;
}

/** A drawing that cannot be shown here says nothing that its table does not. */
function isUndrawable(context: Context, node: RootContent): boolean {
  const picture = pictureIn(node);
  if (picture === undefined) return false;
  return picture.url.startsWith('data:image/svg+xml') && !context.rasters.has(picture.url);
}
