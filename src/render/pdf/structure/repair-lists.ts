/**
 * Gives list items the shape L → LI → Lbl, LBody, and notes a Note element with a name.
 * Source: ISO 32000-1, table 336; ISO 14289-1, 7.6 (lists) and 7.9 (notes).
 */
import { PdfName } from '../../../model/pdf/values.ts';
import { eachElement, element, elementsOf, type StructureNode, setAttribute } from './node.ts';

/** The tree is changed; `notes` are the list items that hold a note. */
export function repairLists(root: StructureNode, notes: ReadonlySet<StructureNode>): void {
  let noteCount = 0;
  eachElement(root, (list) => {
    if (list.type !== 'L') return;
    for (const item of elementsOf(list)) {
      if (item.type !== 'LI') continue;
      const labels = item.kids.filter((kid) => kid.kind === 'element' && kid.type === 'Lbl');
      let content = item.kids.filter((kid) => !labels.includes(kid));
      if (notes.has(item)) {
        const note = element('Note', content);
        noteCount += 1;
        note.id = `note-${noteCount}`;
        content = [note];
        if (!list.attributes.has('List'))
          setAttribute(list, 'List', 'ListNumbering', new PdfName('Decimal'));
      }
      const [body] = content;
      const isBody = content.length === 1 && body?.kind === 'element' && body.type === 'LBody';
      if (!isBody && content.length > 0) content = [element('LBody', content)];
      item.kids = [...labels, ...content];
    }
  });
}
