/**
 * Makes links Link elements again where an ARIA role hid them from Chromium, gives every link
 * annotation its description, and puts references to notes and sources in Reference elements.
 * Source: ISO 14289-1, 7.18.5 (links) and 7.9 (notes and references).
 */

import { dictionaryAt, follow, textAt } from '../../../model/pdf/objects.ts';
import { textString } from '../../../model/pdf/text-string.ts';
import { PdfDict, PdfName } from '../../../model/pdf/values.ts';
import { LinkReader, type PageFacts } from '../page-facts.ts';
import { element, type StructureNode } from './node.ts';

/** Tree and annotations are changed. Returns the list items that hold a note. */
export function repairLinks(
  root: StructureNode,
  links: PageFacts['links'],
): ReadonlySet<StructureNode> {
  const notes = new Set<StructureNode>();
  repairWithin(root, new LinkReader(links), undefined, notes);
  return notes;
}

function repairWithin(
  node: StructureNode,
  links: LinkReader,
  item: StructureNode | undefined,
  notes: Set<StructureNode>,
): void {
  node.kids = node.kids.map((kid) => {
    if (kid.kind !== 'element') return kid;
    const isItem = node.type === 'L' && (kid.type === 'LI' || kid.type === 'NonStruct');
    if (isItem) {
      // Chromium has no list item where the page says `role="doc-endnote"`.
      if (kid.type === 'NonStruct') notes.add(kid);
      kid.type = 'LI';
    }
    const innermost = isItem ? kid : item;
    repairWithin(kid, links, innermost, notes);
    const role = repairLink(kid, links);
    if (role === 'doc-backlink' && innermost !== undefined) notes.add(innermost);
    const isReference = role === 'doc-noteref' || role === 'doc-biblioref';
    return isReference && node.type !== 'Reference' ? element('Reference', [kid]) : kid;
  });
}

/** Returns the role that the page gave the link, if the node is one. */
function repairLink(node: StructureNode, links: LinkReader): string | undefined {
  const annotations = node.kids
    .filter((kid) => kid.kind === 'object')
    .map((kid) => follow(kid.object))
    .filter((annotation) => annotation instanceof PdfDict);
  const [first] = annotations;
  if (first === undefined) return undefined;
  if (node.type === 'NonStruct') node.type = 'Link';
  const target = targetOf(first);
  const link = links.next(target);
  const contents = textString(link?.label ?? target);
  for (const annotation of annotations) annotation.set('Contents', contents);
  return link?.role;
}

/** An annotation → where it leads: a URI, or `#` and the name of a place. */
function targetOf(annotation: PdfDict): string {
  const action = dictionaryAt(annotation, 'A');
  const uri = action === undefined ? undefined : textAt(action, 'URI');
  if (uri !== undefined) return uri;
  const place = annotation.get('Dest');
  return place instanceof PdfName ? `#${place.text}` : '#';
}
