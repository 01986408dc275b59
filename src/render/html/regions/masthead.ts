/**
 * The head of a brief.
 *
 * In: a paragraph with the publisher's name, the title as a heading of depth 1, then in this order,
 * each of them optional, the subtitle (paragraph), the standfirst (region `standfirst`) and the byline
 * (region `byline`, or a paragraph that holds a `date` or `read-time` phrase).
 * Out: `header.masthead` with `p.publisher`, `h1`, `p.subtitle`, `div.standfirst`, `div|p.byline`.
 */
import type { Element } from 'hast';
import type { Nodes, Paragraph } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import { walk } from '../../../model/walk.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

export const masthead: Handle<Region> = (_context, state, node): Element => {
  const titleIndex = node.children.findIndex((child) => child.type === 'heading');
  const children = node.children.flatMap((child, index) => {
    const made = state.one(child, node) ?? [];
    if (child.type === 'paragraph' && !Array.isArray(made) && made.type === 'element') {
      made.properties.className = [index < titleIndex ? 'publisher' : kindOf(child)];
    }
    return made;
  });
  return element('header', { className: ['masthead'] }, state.wrap(children, true));
};

function kindOf(paragraph: Paragraph): 'byline' | 'subtitle' {
  let isByline = false;
  walk<Nodes>(paragraph, (node) => {
    if (node.type !== 'phrase') return;
    if (node.role === 'date' || node.role === 'read-time') isByline = true;
  });
  return isByline ? 'byline' : 'subtitle';
}
