/** List items; those of a task list say their state in words, as a form control would mislead. */
import type { ListItem } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-hast';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

/** mdast list item → `li`; `checked` becomes a class and a hidden word instead of an `input`. */
export const listItem: Handle<ListItem> = (context, state, node, parent) => {
  if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
  const { checked, ...plain } = node;
  const item = defaultHandlers.listItem(state, { ...plain, checked: null }, parent);
  item.properties = { className: ['task', checked ? 'task-done' : 'task-open'] };
  const word = context.label(checked ? 'done' : 'open');
  item.children.unshift(element('span', { className: ['visually-hidden'] }, [text(`${word} `)]));
  return item;
};
