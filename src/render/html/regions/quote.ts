/**
 * Somebody's words.
 *
 * In: one `blockquote` for words that are quoted (a second one, with `data.lang` and `data.dir`, for
 * the original), or paragraphs for what is only reported; then a paragraph that says who, in what role,
 * where and when. `{kind=direct|partial|indirect}`.
 * Out: `div.quote.quote-<kind> > blockquote + p.attribution`. Not `figure`: Chromium would tag a second
 * figure without alternative text in the PDF.
 */
import type { Element, ElementContent } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { classOf } from '../nodes/phrase.ts';

export const quote: Handle<Region> = (_context, state, node): Element => {
  const { kind } = node.attributes;
  const children = state.all(node);
  for (const child of children) hangMark(child);
  const last = children.at(-1);
  if (children.length > 1 && last?.type === 'element' && last.tagName === 'p') {
    last.properties.className = ['attribution'];
  }
  return element(
    'div',
    { className: ['quote', ...(kind === undefined ? [] : [classOf(`quote-${kind}`)])] },
    state.wrap(children, true),
  );
};

/** An opening quotation mark hangs beside the words. CSS has a property for it that browsers lack. */
function hangMark(quoted: ElementContent): void {
  if (quoted.type !== 'element' || quoted.tagName !== 'blockquote') return;
  const paragraph = quoted.children.find((child) => child.type === 'element');
  const opening = paragraph?.children[0];
  if (opening?.type === 'text' && /^[“„«‹‘](?!\u00A0)/u.test(opening.value)) {
    quoted.properties.className = ['marked'];
  }
}
