/**
 * A figure: its title as a caption above it, the picture and the table of its data, and below them
 * what there is to say about it. All of it stays together where a page can hold it.
 */
import type { Image, RootContent } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { pictureOf } from '../picture.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `figure` or `table-wide` → its blocks in the styles `Caption`, `Figure`, `FigureNote`. */
export function figure(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  const shown = partsOf(context, node);
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
 * The parts to show. Of a chart that is, as on paper, the drawing alone, which has its values in it. One
 * that could not be turned into pixels gives its place to the table of its data, which says the same;
 * without a table its words stay.
 */
function partsOf(context: Context, { children }: Region): readonly RootContent[] {
  const behind = children.flatMap((child) => (isBehind(child) ? child.children : []));
  const tables = behind.filter(({ type }) => type === 'table');
  const hasTable = [...children, ...behind].some(({ type }) => type === 'table');
  const stateOf = (child: RootContent) => drawingState(context, child);
  if (children.some((child) => stateOf(child) === 'drawn')) {
    const description = children.filter(isBehind).map(wordsOf).join(' ');
    return children.filter((child) => !isBehind(child)).map((child) => spoken(child, description));
  }
  const isReplaced = hasTable && children.some((child) => stateOf(child) === 'missing');
  if (!isReplaced) return children.flatMap((child) => (isBehind(child) ? child.children : child));
  return children.flatMap((child): readonly RootContent[] => {
    if (stateOf(child) === 'missing') return tables;
    return isBehind(child) ? child.children.filter(({ type }) => type !== 'table') : [child];
  });
}

/** What the page shows on demand: a description, and of a chart the data. */
function isBehind(node: RootContent): node is Region {
  return node.type === 'region' && node.role === 'figure-data';
}

/** What stands behind a figure in words. */
function wordsOf({ children }: Region): string {
  return children
    .flatMap((child) => (child.type === 'table' ? [] : [plainTextOf(child)]))
    .join(' ');
}

/** A picture with its description among its words, as Word has no other place for it. */
function spoken(node: RootContent, description: string): RootContent {
  const picture = pictureIn(node);
  if (picture === undefined || node.type !== 'paragraph' || description === '') return node;
  const alt = [picture.alt ?? '', description].join(' ').trim();
  return { ...node, children: [{ ...picture, alt }] };
}

/** Whether a block is a drawing, and whether Word gets to see it; undefined for anything else. */
function drawingState({ rasters }: Context, node: RootContent): 'drawn' | 'missing' | undefined {
  const picture = pictureIn(node);
  if (picture?.url.startsWith('data:') !== true) return undefined;
  const found = pictureOf(picture.url);
  if (found !== undefined && found.kind !== 'svg') return undefined;
  return rasters.has(picture.url) ? 'drawn' : 'missing';
}
