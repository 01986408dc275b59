/**
 * The evidence of one takeaway, shown on demand on the screen, without script; print leaves it out, as
 * the notes and the appendix have it.
 *
 * In: paragraphs or lists; `{label=…}` names it, else the word `evidence` of the page.
 * Out: `details.evidence-on-demand > summary`. Browsers open it when a search in the page finds a word.
 */
import type { Element } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

export const evidenceOnDemand: Handle<Region> = (context, state, node): Element | undefined => {
  if (context.purpose === 'print') return undefined;
  const label = node.attributes.label ?? context.label('evidence');
  return element('details', { className: ['evidence-on-demand'] }, [
    element('summary', {}, [text(label)]),
    ...state.wrap(state.all(node), true),
  ]);
};
