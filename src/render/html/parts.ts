/** Parts the rendered brief as the page needs it: banner, opening, contents, the rest, footer. */
import type { Element, ElementContent } from 'hast';
import { type ContentsEntry, collectContents } from '../rehype/collect-contents.ts';
import { hasClass, isBlank } from './element.ts';

/** The body of a page, each part a list of hast nodes. */
export interface Parts {
  /** The publisher's line, lifted out of the masthead; without its marking. */
  readonly banner: readonly ElementContent[];
  /** That this is only a sample; it stands in the banner, whatever place the template gave it. */
  readonly notice: readonly ElementContent[];
  /** What belongs to the first view: stamps, masthead, key figures, takeaways. */
  readonly opening: readonly ElementContent[];
  /** The chapters; none where a list of them would be no help. */
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

/** A list of fewer chapters than this helps nobody. */
const fewestChapters = 3;

/** The brief's elements in order → parts; each element is in one of them. */
export function partsOf(nodes: readonly ElementContent[]): Parts {
  let openingEnd = nodes.findIndex((node) => !isOf(node, openingRoles));
  if (openingEnd === -1) openingEnd = nodes.length;
  let footerStart = nodes.length;
  while (footerStart > openingEnd) {
    const previous = nodes[footerStart - 1];
    if (previous === undefined || !isOf(previous, footerRoles)) break;
    footerStart -= 1;
  }

  const head = nodes.slice(0, openingEnd);
  const masthead = head.find((node): node is Element => hasClass(node, 'masthead'));
  const opening = [
    // A reader must meet the stamp before the title.
    ...head.filter((node) => hasClass(node, 'stamp')),
    ...head.filter((node) => !hasClass(node, 'stamp') && !hasClass(node, 'sample-notice')),
  ];
  const rest = nodes.slice(openingEnd, footerStart);
  const contents = collectContents([...opening, ...rest]);
  return {
    banner: publisherOf(takeOut(masthead, 'publisher')),
    notice: [
      ...head.filter((node) => hasClass(node, 'sample-notice')),
      ...takeOut(masthead, 'sample-notice'),
    ],
    opening,
    contents: contents.length < fewestChapters ? [] : contents,
    rest,
    footer: nodes.slice(footerStart),
  };
}

function isOf(node: ElementContent, roles: readonly string[]): boolean {
  return isBlank(node) || roles.some((role) => hasClass(node, role));
}

/** Takes the children with a class out of an element, and gives them. */
function takeOut(parent: Element | undefined, className: string): readonly Element[] {
  if (parent === undefined) return [];
  const taken = parent.children.filter((child) => hasClass(child, className));
  parent.children = parent.children.filter((child) => !hasClass(child, className));
  return taken;
}

/** The words of the publisher's paragraph; the page prints the marking itself, at both its ends. */
function publisherOf([paragraph]: readonly Element[]): readonly ElementContent[] {
  const words = (paragraph?.children ?? []).filter((child) => !hasClass(child, 'marking'));
  const last = words.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/[\s·|—–-]+$/u, '');
  return words;
}
