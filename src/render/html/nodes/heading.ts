/** Headings, each with an anchor and, on the screen, a small link to it. */
import type { Heading } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

/**
 * mdast heading → `h1`…`h6` with an `id`: the node's own `data.id`, else one made of its text. A title that
 * opens with a quotation mark is `.marked`, so that the mark can hang.
 *
 * The link is empty (its sign is drawn by the style), so that outlines and screen readers get the
 * heading's text alone.
 */
export const heading: Handle<Heading> = (context, state, node) => {
  const words = plainTextOf(node);
  const id = context.anchorFor(node, words);
  const className =
    node.depth === 1 && /^[“„«‹‘](?!\u00A0)/u.test(words) ? { className: ['marked'] } : {};
  const result = element(`h${node.depth}`, { id, ...className }, state.all(node));
  if (node.depth > 1 && context.purpose === 'file') {
    result.children.push(
      element('a', { className: ['anchor'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 }),
    );
  }
  return result;
};
