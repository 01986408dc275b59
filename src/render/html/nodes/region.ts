/** One handler a role; a role without a row keeps its class and nothing else. */
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { block } from '../regions/block.ts';
import { evidenceOnDemand } from '../regions/evidence-on-demand.ts';
import { figure } from '../regions/figure.ts';
import { figureData } from '../regions/figure-data.ts';
import { glossary } from '../regions/glossary.ts';
import { keyFigures } from '../regions/key-figures.ts';
import { masthead } from '../regions/masthead.ts';
import { notes } from '../regions/notes.ts';
import { quote } from '../regions/quote.ts';
import { references } from '../regions/references.ts';
import { takeaways } from '../regions/takeaways.ts';
import { timeline } from '../regions/timeline.ts';

const roles: ReadonlyMap<string, Handle<Region>> = new Map([
  ['masthead', masthead],
  ['takeaways', takeaways],
  ['evidence-on-demand', evidenceOnDemand],
  ['key-figures', keyFigures],
  ['quote', quote],
  ['timeline', timeline],
  ['figure', figure],
  ['figure-data', figureData],
  ['table-wide', figure],
  ['glossary', glossary],
  ['notes', notes],
  ['references', references],
]);

/** Parts that stand around the text: their headings are labels, not chapters. */
const labelled: ReadonlySet<string> = new Set([
  'takeaways',
  'key-figures',
  'timeline',
  'sic',
  'source-card',
  'scale-key',
  'glossary',
  'corrections',
  'changes',
  'notes',
  'references',
  'evidence',
  'authors',
]);

/**
 * mdast region → the element its role asks for; a part with a label for a heading is `.labelled`. A
 * region that holds nothing but its heading is left out, as is an empty one; `notes` fills itself.
 */
export const region: Handle<Region> = (context, state, node, parent) => {
  const isFilled = node.children.some(({ type }) => type !== 'heading');
  if (!isFilled && node.role !== 'notes' && node.role !== 'masthead') return undefined;
  const made = (roles.get(node.role) ?? block)(context, state, node, parent);
  if (made === undefined || Array.isArray(made) || made.type !== 'element') return made;
  const { className } = made.properties;
  if (labelled.has(node.role) && made.tagName === 'section' && Array.isArray(className)) {
    className.push('labelled');
  }
  return made;
};
