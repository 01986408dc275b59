/** Makes sure that the notes have a place of their own. */
import type { Heading, Root } from 'mdast';
import type { Region } from '../../model/tree.ts';
import type { Notes } from './notes.ts';

/** Where a brief has no `notes` region, the notes go before the first of these, or to the end. */
const followers: ReadonlySet<string> = new Set([
  'references',
  'authors',
  'disclaimer',
  'colophon',
  'sample-notice',
]);

/** tree, its notes, the heading's text → the tree, or one with a `notes` region where it lacked it. */
export function placeNotes(tree: Root, notes: Notes, title: string): Root {
  const isPlaced = tree.children.some((node) => node.type === 'region' && node.role === 'notes');
  if (isPlaced || notes.list.length === 0) return tree;

  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: title }],
  };
  const region: Region = { type: 'region', role: 'notes', attributes: {}, children: [heading] };
  let at = tree.children.length;
  while (at > 0) {
    const node = tree.children[at - 1];
    const isFollower = node?.type === 'region' && followers.has(node.role);
    if (!isFollower && node?.type !== 'footnoteDefinition' && node?.type !== 'definition') break;
    at -= 1;
  }
  return { ...tree, children: tree.children.toSpliced(at, 0, region) };
}
