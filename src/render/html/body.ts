/** Turns the brief's tree into the parts of a page. */
import GithubSlugger from 'github-slugger';
import type { ElementContent, Root as HastRoot } from 'hast';
import type { Definition, Nodes, Root } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Composed } from '../../model/document.ts';
import type { Outcome } from '../../model/outcome.ts';
import { dataOf } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';
import { checkAnchors } from '../rehype/check-anchors.ts';
import { keepHyphenated } from '../rehype/keep-hyphenated.ts';
import { writeOrigins } from '../rehype/write-origins.ts';
import type { Context, Purpose } from './context.ts';
import { handlersFor } from './handlers.ts';
import { labelOf } from './labels.ts';
import { numberNotes } from './notes.ts';
import { type Parts, partsOf } from './parts.ts';
import { placeNotes } from './place-notes.ts';

/**
 * document, purpose, whether to say where the words were written → parts. Reports links and images
 * that are refused, and anchors that are missing.
 */
export function bodyOf(document: Composed, purpose: Purpose, hasOrigins = false): Outcome<Parts> {
  const diagnostics: Diagnostic[] = [];
  const notes = numberNotes(document.tree);
  const tree = placeNotes(document.tree, notes, labelOf(document.meta, 'notes'));
  const context: Context = {
    meta: document.meta,
    purpose,
    notes,
    labelScale: document.look.labelScale ?? 1,
    label: (key, slots) => labelOf(document.meta, key, slots),
    anchorFor: anchorsOf(tree),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const root = hastOf(tree, context);
  diagnostics.push(...checkAnchors(root));
  if (hasOrigins) writeOrigins(root);
  keepHyphenated(root);
  return { value: partsOf(elementsOf(root)), diagnostics };
}

/**
 * The library looks for definitions first, with a visitor that takes as long as all the rest, so it is
 * shown nothing else: the tree itself comes in by the handler of the root.
 */
function hastOf(tree: Root, context: Context): HastRoot {
  const definitions: Definition[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'definition') definitions.push(node);
  });
  const root = (state: State) => state.wrap(state.all(tree));
  const handlers = { ...handlersFor(context), root };
  return toHast({ type: 'root', children: definitions }, { handlers }) as HastRoot;
}

/** A function that gives readable anchors, none of them twice and none that the tree already has. */
function anchorsOf(tree: Root): Context['anchorFor'] {
  const slugger = new GithubSlugger();
  walk<Nodes>(tree, (node) => {
    const id = dataOf(node)?.id;
    if (id !== undefined) slugger.occurrences[id] = 0;
  });
  return (node: Nodes, plainText) => dataOf(node)?.id ?? slugger.slug(plainText || 'section');
}

function elementsOf(root: HastRoot): readonly ElementContent[] {
  // A root holds a doctype only where somebody put one; ours is made of mdast, which has none.
  return root.children.filter((child): child is ElementContent => child.type !== 'doctype');
}
