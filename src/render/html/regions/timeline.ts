/**
 * Dated events.
 *
 * In: optionally a heading, then a list whose items open with a `date` phrase; what follows in that
 * paragraph and below it is the event.
 * Out: `section|div.timeline > ol > li > (p.when > time) + div.what`.
 */
import type { Element, ElementContent } from 'hast';
import type { List, ListItem } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';
import { withData } from '../with-data.ts';

export const timeline: Handle<Region> = (_context, state, node): Element => {
  const children = node.children.flatMap((child) =>
    child.type === 'list' ? eventList(state, child) : (state.one(child, node) ?? []),
  );
  return element(
    node.children[0]?.type === 'heading' ? 'section' : 'div',
    { className: ['timeline'] },
    state.wrap(children, true),
  );
};

function eventList(state: State, list: List): Element {
  return element(
    'ol',
    {},
    state.wrap(
      list.children.map((item) => event(state, item)),
      true,
    ),
  );
}

function event(state: State, item: ListItem): Element {
  const [first, ...rest] = item.children;
  const inline = first?.type === 'paragraph' ? first.children : [];
  const at = inline.findIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  const date = inline[at];
  const words = inline.slice(at + 1);
  if (first?.type !== 'paragraph' || date?.type !== 'phrase' || date.role !== 'date') {
    return withData(item, element('li', {}, state.wrap(state.all(item), true)));
  }
  const opening = state.all({ ...first, children: words });
  trimStart(opening);
  return withData(
    item,
    element('li', {}, [
      element('p', { className: ['when'] }, state.all({ ...first, children: [date] })),
      text('\n'),
      element('div', { className: ['what'] }, [
        element('p', {}, opening),
        ...state.all({ ...item, children: rest }),
      ]),
    ]),
  );
}

/** Drops what a sentence would put between a date and an event: a space, a colon, a dash, a dot. */
function trimStart(nodes: readonly ElementContent[]): void {
  const [head] = nodes;
  if (head?.type === 'text') head.value = head.value.replace(/^[\s:.–—-]+/u, '');
}
