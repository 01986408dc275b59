/** Turns the brief's tree into the parts of a page: banner, opening, contents, the rest, footer. */
import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Composed } from '../../model/document.ts';
import type { Outcome } from '../../model/outcome.ts';
import { dataOf } from '../../model/tree.ts';
import { checkAnchors } from '../rehype/check-anchors.ts';
import { type ContentsEntry, collectContents } from '../rehype/collect-contents.ts';
import { keepHyphenated } from '../rehype/keep-hyphenated.ts';
import type { Context, Purpose } from './context.ts';
import { hasClass, isBlank } from './element.ts';
import { handlersFor } from './handlers.ts';
import { labelOf } from './labels.ts';
import { numberNotes } from './notes.ts';
import { placeNotes } from './place-notes.ts';

/** The body of a page in parts, each a list of hast nodes. */
export interface Body {
  /** The publisher's line, lifted out of the masthead; without its marking. */
  readonly banner: readonly ElementContent[];
  /** That this is only a sample; it stands under the banner, whatever place the template gave it. */
  readonly notice: readonly ElementContent[];
  /** What belongs to the first view: stamps, masthead, key figures, takeaways. */
  readonly opening: readonly ElementContent[];
  readonly contents: readonly ContentsEntry[];
  readonly rest: readonly ElementContent[];
  /** Disclaimer and colophon. */
  readonly footer: readonly ElementContent[];
}

/** Regions that stay with the masthead, before the contents list. */
const openingRoles = [
  'masthead',
  'sample-notice',
  'stamp',
  'standfirst',
  'byline',
  'key-figures',
  'takeaways',
] as const;

/** Regions that move into the page's footer where they end the brief. */
const footerRoles = ['disclaimer', 'colophon', 'sample-notice'] as const;

/** document, purpose → parts. Reports links and images that are refused, and anchors that are missing. */
export function bodyOf(document: Composed, purpose: Purpose): Outcome<Body> {
  const diagnostics: Diagnostic[] = [];
  const notes = numberNotes(document.tree);
  const tree = placeNotes(document.tree, notes, labelOf(document.meta, 'notes'));
  const context: Context = {
    meta: document.meta,
    purpose,
    notes,
    label: (key, slots) => labelOf(document.meta, key, slots),
    anchorFor: anchorsOf(tree),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const root = toHast(tree, { handlers: handlersFor(context) }) as HastRoot;
  diagnostics.push(...checkAnchors(root));
  keepHyphenated(root);
  return { value: split(elementsOf(root)), diagnostics };
}

/** A function that gives readable anchors, none of them twice and none that the tree already has. */
function anchorsOf(tree: Root): Context['anchorFor'] {
  const slugger = new GithubSlugger();
  visit(tree, (node) => {
    const id = dataOf(node)?.id;
    if (id !== undefined) slugger.occurrences[id] = 0;
  });
  return (node: Nodes, plainText) => dataOf(node)?.id ?? slugger.slug(plainText || 'section');
}

function elementsOf(root: HastRoot): readonly ElementContent[] {
  // A root holds a doctype only where somebody put one; ours is made of mdast, which has none.
  return root.children.filter((child): child is ElementContent => child.type !== 'doctype');
}

function split(nodes: readonly ElementContent[]): Body {
  const isIn = (node: ElementContent, roles: readonly string[]): boolean =>
    isBlank(node) || roles.some((role) => hasClass(node, role));

  let openingEnd = nodes.findIndex((node) => !isIn(node, openingRoles));
  if (openingEnd === -1) openingEnd = nodes.length;
  let footerStart = nodes.length;
  while (footerStart > openingEnd) {
    const previous = nodes[footerStart - 1];
    if (previous === undefined || !isIn(previous, footerRoles)) break;
    footerStart -= 1;
  }

  const head = nodes.slice(0, openingEnd);
  const notice = head.filter((node) => hasClass(node, 'sample-notice'));
  // A reader must meet the stamp before the title.
  const stamps = head.filter((node) => hasClass(node, 'stamp'));
  const others = head.filter(
    (node) => !hasClass(node, 'sample-notice') && !hasClass(node, 'stamp'),
  );
  const opening = [...stamps, ...others];
  const rest = nodes.slice(openingEnd, footerStart);
  return {
    banner: liftPublisher(opening),
    notice,
    opening,
    contents: collectContents([...opening, ...rest]),
    rest,
    footer: nodes.slice(footerStart),
  };
}

/** Takes the publisher's paragraph out of the masthead, and the marking out of that paragraph. */
function liftPublisher(opening: readonly ElementContent[]): readonly ElementContent[] {
  const masthead = opening.find((node): node is Element => hasClass(node, 'masthead'));
  const at = masthead?.children.findIndex((node) => hasClass(node as ElementContent, 'publisher'));
  if (masthead === undefined || at === undefined || at === -1) return [];
  const [publisher] = masthead.children.splice(at, 1);
  if (publisher?.type !== 'element') return [];
  // The page prints the marking itself, in the banner and in the footer.
  const words = publisher.children.filter((child) => !hasClass(child, 'marking'));
  const last = words.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/[\s·|—–-]+$/u, '');
  return words;
}
