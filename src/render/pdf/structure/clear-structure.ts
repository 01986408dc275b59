/** Takes the old structure tree out of a PDF, so that nothing of it is left behind the new one. */

import { dictionaryAt, follow, listAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { PdfDict, PdfRef, type PdfValue } from '../../../model/pdf/values.ts';
import { eachElement, type StructureNode } from './node.ts';

/** PDF, its tree as read → the objects of that tree are gone; the catalog still names its root. */
export function clearStructure(pdf: PdfFile, root: StructureNode): void {
  eachElement(root, (node) => {
    if (node.source !== undefined) pdf.objects.delete(node.source);
  });
  const treeRoot = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  if (treeRoot === undefined) return;
  for (const key of ['ParentTree', 'IDTree'])
    for (const branch of listAt(treeRoot, key)) clearBranch(pdf, branch);
}

/** A node of a number tree or name tree, with the arrays of elements that it leads to. */
function clearBranch(pdf: PdfFile, branch: PdfValue): void {
  const node = follow(branch);
  if (branch instanceof PdfRef) pdf.objects.delete(branch);
  if (!(node instanceof PdfDict)) return;
  for (const kid of listAt(node, 'Kids')) clearBranch(pdf, kid);
  for (const value of listAt(node, 'Nums'))
    if (value instanceof PdfRef && Array.isArray(follow(value))) pdf.objects.delete(value);
}
