/**
 * Does away with the NonStruct elements that Chromium makes of every text and every `<div>`: text
 * goes into the block around it, a block without a tag becomes P, Sect or Div, an empty one goes.
 * Source: ISO 32000-1, 14.8.4.2 (grouping elements) and 14.8.4.4 (inline elements).
 */
import { element, isPlain, type StructureKid, type StructureNode } from './node.ts';
import { holdsTextOnly, isGrouping, isInline } from './types.ts';

/** The tree is changed. */
export function repairContainers(node: StructureNode): void {
  const isLine = holdsTextOnly(node.type) || node.kids.some(isRun);
  node.kids = node.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [kid];
    repairContainers(kid);
    if (kid.kids.length === 0 && !mayBeEmpty.has(kid.type)) return [];
    return kid.type === 'NonStruct' ? settle(kid, isLine) : [kid];
  });
  if (isGrouping(node.type)) node.kids = wrapText(node.kids);
}

/** Cells may be empty; everything else must hold something. */
const mayBeEmpty: ReadonlySet<string> = new Set(['TD', 'TH']);

/** What stood in the line before anything was changed: a text, or an element made for lines. */
function isRun(kid: StructureKid): boolean {
  if (kid.kind !== 'element' || isInline(kid.type)) return true;
  return kid.type === 'NonStruct' && kid.kids.length > 0 && kid.kids.every(isContent);
}

function isContent(kid: StructureKid): boolean {
  return kid.kind !== 'element';
}

/** A NonStruct, all inside it settled → what stands in its place. */
function settle(node: StructureNode, isLine: boolean): StructureKid[] {
  if (node.kids.every((kid) => kid.kind !== 'element' || isInline(kid.type))) {
    if (!isLine) node.type = 'P';
    else if (isPlain(node)) return node.kids;
    else node.type = 'Span';
    return [node];
  }
  const [only] = node.kids;
  if (only !== undefined && node.kids.length === 1 && isPlain(node)) return [only];
  node.kids = wrapText(node.kids);
  const [first] = node.kids;
  const startsWithHeading = first?.kind === 'element' && /^H[1-6]?$/.test(first.type);
  node.type = startsWithHeading ? 'Sect' : 'Div';
  return [node];
}

/** Text between blocks becomes paragraphs. */
function wrapText(kids: readonly StructureKid[]): StructureKid[] {
  const wrapped: StructureKid[] = [];
  let paragraph: StructureNode | undefined;
  for (const kid of kids) {
    if (kid.kind === 'element' && !isInline(kid.type)) {
      paragraph = undefined;
      wrapped.push(kid);
    } else if (paragraph === undefined) {
      paragraph = element('P', [kid]);
      wrapped.push(paragraph);
    } else {
      paragraph.kids.push(kid);
    }
  }
  return wrapped;
}
