/**
 * The composed tree → one that mail programs can show: drawings as pixels or, where nobody can draw them, as
 * the tables of their data, which say the same; no pictures of a kind that they leave blank, but their words.
 */
import type { Image, Paragraph, Root, RootContent } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { dataOf, type Region } from '../../model/tree.ts';
import type { Pixels } from './pictures.ts';

/** What every mail program shows. GIF moves and WebP is new; both are left to their words. */
const shown = /^data:image\/(?:png|jpeg);/;

/** tree, pixels of its drawings → a new tree; nodes that stay are the same ones. */
export function mailTree(tree: Root, pixels: ReadonlyMap<string, Pixels>): Root {
  const blockOf = (node: RootContent): RootContent[] => {
    if (node.type === 'paragraph') return [withShown(node, pixels, '')];
    if (node.type !== 'region') return [node];
    const isFigure = node.role === 'figure' || node.role === 'table-wide';
    const children = isFigure ? figureParts(node, pixels) : node.children.flatMap(blockOf);
    return [{ ...node, children }];
  };
  return { ...tree, children: tree.children.flatMap(blockOf) };
}

/** A picture takes the words of its description along; one that cannot be shown gives way to its table. */
function figureParts(figure: Region, pixels: ReadonlyMap<string, Pixels>): RootContent[] {
  const behind = figure.children.flatMap((child) =>
    child.type === 'region' && child.role === 'figure-data' ? child.children : [],
  );
  const tables = behind.filter(({ type }) => type === 'table');
  const words = behind.filter(({ type }) => type !== 'table').map((one) => plainTextOf(one));
  const description = words.join(' ').replace(/\s+/g, ' ').trim();
  return figure.children.flatMap((child): RootContent[] => {
    if (child.type === 'region' && child.role === 'figure-data') return [];
    if (child.type !== 'paragraph') return [child];
    const picture = pictureIn(child);
    const isReplaced = picture !== undefined && tables.length > 0 && !isShown(picture, pixels);
    return isReplaced ? tables : [withShown(child, pixels, description)];
  });
}

function pictureIn({ children: [only, ...others] }: Paragraph): Image | undefined {
  return only?.type === 'image' && others.length === 0 ? only : undefined;
}

function isShown({ url }: Image, pixels: ReadonlyMap<string, Pixels>): boolean {
  return pixels.has(url) || shown.test(url);
}

/** Drawings as pixels, and words for what no mail program would show. */
function withShown(
  paragraph: Paragraph,
  pixels: ReadonlyMap<string, Pixels>,
  description: string,
): Paragraph {
  if (!paragraph.children.some(({ type }) => type === 'image')) return paragraph;
  const children = paragraph.children.map((node): Paragraph['children'][number] => {
    if (node.type !== 'image' || !node.url.startsWith('data:')) return node;
    const drawn = pixels.get(node.url);
    if (drawn !== undefined) {
      const alt = [node.alt ?? '', description].filter((part) => part !== '').join(' ');
      const fileName = `${dataOf(node)?.picture?.fileName ?? 'picture'}`.replace(/\.svg$/, '.png');
      const picture = { fileName, widthPx: drawn.widthPx, heightPx: undefined };
      return { ...node, url: drawn.url, alt, data: { ...node.data, picture } };
    }
    if (shown.test(node.url)) return node;
    return { type: 'emphasis', children: [{ type: 'text', value: node.alt ?? '' }] };
  });
  return { ...paragraph, children };
}
