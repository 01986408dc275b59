/**
 * The block that must be readable on its own.
 *
 * In: a heading and an ordered list. Each item (`data.id` is its anchor) opens with a paragraph whose
 * first node is the lead in `strong`, the body following in the same paragraph or in more of them; then,
 * each optional, a region `judgement` and a region `evidence-on-demand`.
 * Out: `section.takeaways[aria-labelledby] > ol > li > p > strong.lead`. The numbers are real list
 * markers, so that assistive technology and the tags of a PDF have them.
 */
import type { Element, ElementContent } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

export const takeaways: Handle<Region> = (_context, state, node): Element => {
  const children = state.all(node);
  const heading = children.find((child): child is Element => isHeading(child));
  for (const child of children) {
    if (child.type !== 'element' || child.tagName !== 'ol') continue;
    for (const item of child.children) markLead(item);
  }
  return element(
    'section',
    {
      className: ['takeaways'],
      ...(heading === undefined ? {} : { ariaLabelledBy: [String(heading.properties.id)] }),
    },
    state.wrap(children, true),
  );
};

function isHeading(node: ElementContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** Marks the first `strong` of a list item as its lead. */
function markLead(item: ElementContent): void {
  if (item.type !== 'element') return;
  const lead = firstStrong(item);
  if (lead !== undefined) lead.properties.className = ['lead'];
}

function firstStrong(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'strong' ? child : firstStrong(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
