/** Names for the places that links lead to: Word takes letters, digits and `_`, forty at most. */
import type { Nodes, Root } from 'mdast';
import { sha256 } from '../../model/hash.ts';
import { dataOf } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';
import type { Notes } from '../html/notes.ts';

/** Longest name that Word keeps. Source: ECMA-376 Part 1, 17.13.6.2, and what Word cuts off. */
const longestName = 40;

/** Anchor → name of its bookmark, for every anchor that the Word file has. */
export type Bookmarks = ReadonlyMap<string, string>;

/** Regions that a Word file leaves out: evidence on demand needs a screen. */
export const hiddenRole = 'evidence-on-demand';

/** tree, its notes → bookmarks; an anchor inside of what is left out has none. */
export function bookmarksOf(tree: Root, notes: Notes): Bookmarks {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const add = (anchor: string | undefined): void => {
    if (anchor === undefined || names.has(anchor)) return;
    const name = nameOf(anchor, taken);
    taken.add(name);
    names.set(anchor, name);
  };
  const collect = (root: Nodes): void =>
    walk<Nodes>(root, (node) => {
      if (node.type === 'footnoteDefinition' && node !== root) return 'skip';
      if (node.type === 'region' && node.role === hiddenRole) return 'skip';
      if (node.type === 'footnoteReference') add(notes.useOf(node)?.anchor);
      else add(dataOf(node)?.id);
      return undefined;
    });
  collect(tree);
  for (const { definition, anchor, markers } of notes.list) {
    if (markers.length === 0) continue;
    add(anchor);
    collect(definition);
  }
  return names;
}

/** `fig-takedowns` → `fig_takedowns`; what is too long or taken gets a short hash of the whole. */
function nameOf(anchor: string, taken: ReadonlySet<string>): string {
  const plain = anchor.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?!\p{L})/u, 'a');
  if (plain.length <= longestName && !taken.has(plain)) return plain;
  return `${plain.slice(0, longestName - 9)}_${sha256(anchor).slice(0, 8)}`;
}
