/**
 * A region that needs no more than a class: `section` where it opens with a heading, else `div`.
 *
 * Roles that come here on purpose, with what they hold:
 * - `standfirst`, `byline`: one paragraph, inside the masthead.
 * - `trend`: a heading, whose ordinal stands in a `number` phrase (`:number[Trend one]`), then prose.
 * - `run`: one paragraph. `quotes`: a heading and `quote` regions.
 * - `judgement`: one paragraph with `likelihood` and `confidence` phrases, inside a takeaway; `stale`: one
 *   that says since when it is due for review; `reasoning`: paragraphs that each open with an emphasised
 *   label.
 * - `recommendations`, `gaps`, `corrections`, `changes`: a heading and a list.
 * - `source-card`: optionally a heading, then a table of two columns with an empty header row.
 * - `sic`: the words of a source and their correction, as paragraphs.
 * - `scale-key`: a heading and a table of two columns, term and range.
 * - `evidence`: the appendix, headings and lists. `authors`: a heading, a paragraph a person.
 * - `disclaimer`, `colophon`: paragraphs; at the end of the brief they move into the page's footer.
 * - `sample-notice`, `stamp`: one paragraph.
 *
 * Unknown roles are kept the same way, so a template can style its own.
 */
import type { Element } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { classOf } from '../nodes/phrase.ts';

export const block: Handle<Region> = (_context, state, node): Element => {
  return element(
    node.children[0]?.type === 'heading' ? 'section' : 'div',
    { className: [classOf(node.role)] },
    state.wrap(state.all(node), true),
  );
};
