/** Headings, each with an anchor and, on the screen, a small link to it. */
import type { Heading } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

/**
 * mdast heading → `h1`…`h6` with an `id`: the node's own `data.id`, else one made of its text.
 *
 * The link is empty (its sign is drawn by the style), so that outlines and screen readers get the
 * heading's text alone.
 */
export const heading: Handle<Heading> = (context, state, node) => {
  const id = context.anchorFor(node, plainTextOf(node));
  const result = element(`h${node.depth}`, { id }, state.all(node));
  if (node.depth > 1 && context.purpose === 'file') {
    result.children.push(
      element('a', { className: ['anchor'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 }),
    );
  }
  return result;
};
