/**
 * A figure: its title as a caption above it, the picture and the table of its data, and below them
 * what there is to say about it. All of it stays together where a page can hold it.
 */
import type { Image, RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { pictureOf } from '../picture.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `figure` or `table-wide` → its blocks in the styles `Caption`, `Figure`, `FigureNote`. */
export function figure(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const shown = partsOf(node);
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

/**
 * The parts to show. A drawing that not every Word can show gives its place to the table of its data,
 * which says the same; without a table its words stay.
 */
function partsOf({ children }: Region): readonly RootContent[] {
  const behind = children.flatMap((child) => (isBehind(child) ? child.children : []));
  const tables = behind.filter(({ type }) => type === 'table');
  const hasTable = [...children, ...behind].some(({ type }) => type === 'table');
  const isReplaced = hasTable && children.some(isUndrawable);
  if (!isReplaced) return children.flatMap((child) => (isBehind(child) ? child.children : child));
  return children.flatMap((child): readonly RootContent[] => {
    if (isUndrawable(child)) return tables;
    return isBehind(child) ? child.children.filter(({ type }) => type !== 'table') : [child];
  });
}

/** What the page shows on demand: a description, and of a chart the data. */
function isBehind(node: RootContent): node is Region {
  return node.type === 'region' && node.role === 'figure-data';
}

function isUndrawable(node: RootContent): boolean {
  const picture = pictureIn(node);
  return picture?.url.startsWith('data:') === true && pictureOf(picture.url) === undefined;
}
