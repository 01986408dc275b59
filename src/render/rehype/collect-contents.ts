/** Finds what a contents list names: the headings of the second level that have an anchor. */
import type { Element, ElementContent, Nodes } from 'hast';
import { walk } from '../../model/walk.ts';

export interface ContentsEntry {
  readonly anchor: string;
  /** Plain text of the heading. */
  readonly title: string;
}

/** nodes → one entry for each `h2[id]`, in reading order. */
export function collectContents(nodes: readonly ElementContent[]): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  walk<Nodes>({ type: 'root', children: [...nodes] }, (node) => {
    if (node.type !== 'element') return;
    const { id } = node.properties;
    if (node.tagName === 'h2' && typeof id === 'string') {
      entries.push({ anchor: id, title: plainTextOf(node).replace(/\s+/g, ' ').trim() });
    }
  });
  return entries;
}

/** Text of an element, without that of note markers, and with a colon after a bare ordinal. */
function plainTextOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || child.tagName === 'sup') return '';
      const words = plainTextOf(child);
      return isOrdinal(child) && /[\p{L}\p{N}]$/u.test(words) ? `${words}:` : words;
    })
    .join('');
}

function isOrdinal({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('number');
}
