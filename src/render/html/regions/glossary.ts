/**
 * Terms and what they mean.
 *
 * In: a heading, then a bullet list; each item's paragraph opens with the term in `strong`, then a dash
 * or a colon, then the definition: `- **TVE** — terrorist and violent extremist`. `data.id` on an item
 * is the term's anchor.
 * Out: `section.glossary > dl > div > dt + dd`; a list of another shape stays a list.
 */
import type { Element, ElementContent } from 'hast';
import type { List, ListItem, PhrasingContent, Strong } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { withData } from '../with-data.ts';

export const glossary: Handle<Region> = (_context, state, node): Element => {
  const children = node.children.flatMap((child): ElementContent[] => {
    const entries = child.type === 'list' ? entriesOf(child) : undefined;
    if (entries !== undefined) return [definitionList(state, entries)];
    const made = state.one(child, node) ?? [];
    return Array.isArray(made) ? made : [made];
  });
  return element(
    node.children[0]?.type === 'heading' ? 'section' : 'div',
    { className: ['glossary'] },
    state.wrap(children, true),
  );
};

interface GlossaryEntry {
  readonly item: ListItem;
  readonly term: Strong;
  readonly definition: readonly PhrasingContent[];
}

/** The entries of a list, or undefined where one of its items has another shape. */
function entriesOf(list: List): readonly GlossaryEntry[] | undefined {
  const entries: GlossaryEntry[] = [];
  for (const item of list.children) {
    const opening = item.children[0];
    if (opening?.type !== 'paragraph') return undefined;
    const at = opening.children.findIndex((node) => !isBlankText(node));
    const term = opening.children[at];
    if (term?.type !== 'strong') return undefined;
    entries.push({ item, term, definition: opening.children.slice(at + 1) });
  }
  return entries;
}

function isBlankText(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function definitionList(state: State, entries: readonly GlossaryEntry[]): Element {
  const groups = entries.map(({ item, term, definition }) => {
    const words = state.all({ type: 'paragraph', children: [...definition] });
    const [head] = words;
    if (head?.type === 'text') head.value = head.value.replace(/^[\s:–—-]+/u, '');
    const more = state.all({ ...item, children: item.children.slice(1) });
    return withData(
      item,
      element('div', {}, [
        element('dt', {}, state.all(term)),
        element('dd', {}, [element('p', {}, words), ...more]),
      ]),
    );
  });
  return element('dl', {}, state.wrap(groups, true));
}
