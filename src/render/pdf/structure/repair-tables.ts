/**
 * Puts the rows of a table into THead and TBody, which Chromium leaves out.
 * Source: ISO 32000-1, table 337.
 */
import { eachElement, element, elementsOf, type StructureNode } from './node.ts';

/** The tree is changed. A table whose rows are all headers, or none, keeps them as they are. */
export function repairTables(root: StructureNode): void {
  eachElement(root, (table) => {
    if (table.type !== 'Table') return;
    const rows = elementsOf(table).filter((kid) => kid.type === 'TR');
    const bodyStart = rows.findIndex((row) => !isHeaderRow(row));
    if (bodyStart < 1) return;
    const others = table.kids.filter((kid) => kid.kind !== 'element' || kid.type !== 'TR');
    table.kids = [
      ...others,
      element('THead', rows.slice(0, bodyStart)),
      element('TBody', rows.slice(bodyStart)),
    ];
  });
}

function isHeaderRow(row: StructureNode): boolean {
  return row.kids.length > 0 && elementsOf(row).every((cell) => cell.type === 'TH');
}
