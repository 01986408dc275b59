/** Puts notes and references where the template wants them, and takes away what would stay empty. */
import type { FootnoteDefinition, ListItem, Parents, Root } from 'mdast';
import type { Region } from '../../model/tree.ts';

/** What belongs at the end of a brief. */
export interface BackMatter {
  readonly notes: readonly FootnoteDefinition[];
  readonly references: readonly ListItem[];
}

/** True where a template has a place for a list of that role. */
export function hasRegion(parent: Parents, role: string): boolean {
  return parent.children.some(
    (child) =>
      (child.type === 'region' && child.role === role) ||
      ('children' in child && hasRegion(child, role)),
  );
}

/**
 * tree, changed in place: the region `notes` gets the definitions, `references` the list. A region
 * that gets nothing is removed with its heading. Without a region the notes stand at the end of the
 * tree, where every renderer finds them, and the references are not printed.
 */
export function placeBackMatter(tree: Root, { notes, references }: BackMatter): void {
  if (!hasRegion(tree, 'notes')) tree.children.push(...notes);
  fillRegion(tree, 'notes', [...notes]);
  const list = { type: 'list' as const, ordered: false, spread: false, children: [...references] };
  fillRegion(tree, 'references', references.length === 0 ? [] : [list]);
}

function fillRegion(parent: Parents, role: string, blocks: Region['children']): void {
  const kept = parent.children.filter((child) => {
    const isRegion = child.type === 'region' && child.role === role;
    if (isRegion) child.children.push(...blocks);
    else if ('children' in child) fillRegion(child, role, blocks);
    return !isRegion || blocks.length > 0;
  });
  // Only whole regions were taken away.
  parent.children = kept as typeof parent.children;
}
