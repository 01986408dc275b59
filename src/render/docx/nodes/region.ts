/** One handler a role; a role without a row is its blocks, in the style of its row below or the body's. */
import type { RootContent } from 'mdast';
import type { Region } from '../../../model/tree.ts';
import { hiddenRole } from '../bookmarks.ts';
import type { Block, Context, Place } from '../context.ts';
import { entries } from '../regions/entries.ts';
import { figure } from '../regions/figure.ts';
import { keyFigures } from '../regions/key-figures.ts';
import { masthead } from '../regions/masthead.ts';
import { quote } from '../regions/quote.ts';
import { takeaways } from '../regions/takeaways.ts';
import { timeline } from '../regions/timeline.ts';

/** Makes the blocks inside; handed in, since regions and blocks hold each other. */
type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];
type Handle = (context: Context, node: Region, place: Place, blocks: Blocks) => Block[];

const handlers: ReadonlyMap<string, Handle> = new Map<string, Handle>([
  ['masthead', masthead],
  ['takeaways', takeaways],
  ['key-figures', keyFigures],
  ['quote', quote],
  ['figure', figure],
  ['table-wide', figure],
  ['timeline', timeline],
  ['glossary', entries('Definition')],
  ['references', entries('Bibliography')],
]);

/** Styles of the paragraphs of a role that needs nothing else. */
const styles: ReadonlyMap<string, string> = new Map([
  ['standfirst', 'Standfirst'],
  ['byline', 'Byline'],
  ['stamp', 'Stamp'],
  ['sample-notice', 'Notice'],
  ['judgement', 'Judgement'],
  ['stale', 'Stale'],
  ['reasoning', 'Judgement'],
  ['disclaimer', 'Colophon'],
  ['colophon', 'Colophon'],
]);

/** Left out: evidence needs a screen, and Word prints the notes below their pages. */
const leftOut: ReadonlySet<string> = new Set([hiddenRole, 'notes']);

/** mdast region → the blocks that its role asks for; nothing for one that holds only its heading. */
export function region(context: Context, node: Region, outer: Place, blocks: Blocks): Block[] {
  const isFilled = node.children.some(({ type }) => type !== 'heading');
  if (leftOut.has(node.role) || (!isFilled && node.role !== 'masthead')) return [];
  const place = { ...outer, role: node.role, style: styles.get(node.role) ?? outer.style };
  const handle = handlers.get(node.role);
  return handle === undefined
    ? blocks(context, node.children, place)
    : handle(context, node, place, blocks);
}
