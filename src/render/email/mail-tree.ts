/**
 * The composed tree → one that mail programs can show: no drawings, which they strip, but the tables of
 * their data, which say the same; no pictures of a kind that they leave blank, but their words.
 */
import type { Image, Paragraph, Root, RootContent } from 'mdast';
import type { Region } from '../../model/tree.ts';

/** What every mail program shows. GIF and WebP move or are new; both are left to their words. */
const shown = /^data:image\/(?:png|jpeg|gif);/;

/** tree → a new tree; nodes that stay are the same ones. */
export function mailTree(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(blockOf) };
}

function blockOf(node: RootContent): RootContent[] {
  if (node.type === 'region') {
    const isFigure = node.role === 'figure' || node.role === 'table-wide';
    return [isFigure ? figureOf(node) : { ...node, children: node.children.flatMap(blockOf) }];
  }
  if (node.type === 'paragraph') return [withoutUnshown(node)];
  return [node];
}

/** A figure whose picture cannot be shown has the table behind it in its place. */
function figureOf(figure: Region): Region {
  const behind = figure.children.flatMap((child) =>
    child.type === 'region' && child.role === 'figure-data' ? child.children : [],
  );
  const tables = behind.filter(({ type }) => type === 'table');
  const children = figure.children.flatMap((child): RootContent[] => {
    if (child.type === 'region' && child.role === 'figure-data') return [];
    const picture = pictureIn(child);
    if (picture === undefined || shown.test(picture.url)) return blockOf(child);
    return tables.length > 0 ? tables : blockOf(child);
  });
  return { ...figure, children };
}

function pictureIn(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === 'image' ? only : undefined;
}

function withoutUnshown(paragraph: Paragraph): Paragraph {
  const isUnshown = (node: Paragraph['children'][number]) =>
    node.type === 'image' && node.url.startsWith('data:') && !shown.test(node.url);
  if (!paragraph.children.some(isUnshown)) return paragraph;
  const children = paragraph.children.map((node): Paragraph['children'][number] =>
    node.type === 'image' && isUnshown(node)
      ? { type: 'emphasis', children: [{ type: 'text', value: node.alt ?? '' }] }
      : node,
  );
  return { ...paragraph, children };
}
