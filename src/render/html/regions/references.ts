/**
 * The works cited.
 *
 * In: a heading and a list (or paragraphs), one item a work, `data.id` being the anchor that notes and
 * citations link to.
 * Out: `section.references[role=doc-bibliography]`. Source of the role: DPUB-ARIA 1.1.
 */
import type { Element } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

export const references: Handle<Region> = (_context, state, node): Element => {
  return element(
    'section',
    { className: ['references'], role: 'doc-bibliography' },
    state.wrap(state.all(node), true),
  );
};
