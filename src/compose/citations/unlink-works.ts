/** Links to entries of a list that is not printed: they keep their words and lead nowhere. */
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { entryAnchor } from './link-entries.ts';

/** tree, in place → no link in it leads to the entry of a work. */
export function unlinkWorks(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (!link.url.startsWith(`#${entryAnchor('')}`)) return undefined;
    parent.children.splice(index, 1, ...link.children);
    return [SKIP, index + link.children.length];
  });
}
