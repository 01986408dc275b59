/**
 * Names header cells in the order of the document. Chromium names them by a counter of its process,
 * so that the same page printed twice in one tab would not give the same bytes.
 */
import { eachElement, type StructureNode } from './node.ts';

/** The tree is changed: ids of header cells become `th-1`, `th-2`… and cells name them so. */
export function renameIds(root: StructureNode): void {
  const renamed = new Map<string, string>();
  eachElement(root, (node) => {
    if (node.type !== 'TH' || node.id === undefined) return;
    const name = `th-${renamed.size + 1}`;
    renamed.set(node.id, name);
    node.id = name;
  });
  eachElement(root, (node) => {
    node.headers = node.headers.flatMap((header) => renamed.get(header) ?? []);
  });
}
