/**
 * A few numbers, large.
 *
 * In: optionally a heading, then a bullet list; each item is a `value` phrase and what it says:
 * `- :value[43,000] bots and channels removed in one day`.
 * Out: `section|div.key-figures > ul > li > span.value + span.says`.
 */
import type { Element, ElementContent } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element, hasClass, isBlank, text } from '../element.ts';

export const keyFigures: Handle<Region> = (_context, state, node): Element => {
  const children = state.all(node);
  for (const child of children) {
    if (child.type !== 'element' || child.tagName !== 'ul') continue;
    for (const item of child.children) if (item.type === 'element') splitItem(item);
  }
  return element(
    node.children[0]?.type === 'heading' ? 'section' : 'div',
    { className: ['key-figures'] },
    state.wrap(children, true),
  );
};

/** Parts the number from the words after it. */
function splitItem(item: Element): void {
  const inline = item.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? child.children : child,
  );
  const at = inline.findIndex((child) => hasClass(child, 'value'));
  const value = inline[at];
  if (value === undefined) return;
  const words: ElementContent[] = [...inline.slice(0, at), ...inline.slice(at + 1)];
  item.children = [
    value,
    text(' '),
    element(
      'span',
      { className: ['says'] },
      words.filter((child, i) => i > 0 || !isBlank(child)),
    ),
  ];
}
