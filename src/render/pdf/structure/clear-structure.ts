/** Takes the old structure tree out of a PDF, so that nothing of it is left behind the new one. */

import { PDFArray, PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictionaryAt, listAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { eachElement, type StructureNode } from './node.ts';

/** PDF, its tree as read → the objects of that tree are gone; the catalog still names its root. */
export function clearStructure(pdf: PdfFile, root: StructureNode): void {
  eachElement(root, (node) => {
    if (node.source !== undefined) pdf.context.delete(node.source);
  });
  const treeRoot = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  if (treeRoot === undefined) return;
  for (const key of ['ParentTree', 'IDTree'])
    for (const branch of listAt(treeRoot, key)) clearBranch(pdf, branch);
}

/** A node of a number tree or name tree, with the arrays of elements that it leads to. */
function clearBranch(pdf: PdfFile, branch: PDFObject): void {
  const node = pdf.context.lookup(branch);
  if (branch instanceof PDFRef) pdf.context.delete(branch);
  if (!(node instanceof PDFDict)) return;
  for (const kid of listAt(node, 'Kids')) clearBranch(pdf, kid);
  for (const value of listAt(node, 'Nums'))
    if (value instanceof PDFRef && pdf.context.lookup(value) instanceof PDFArray)
      pdf.context.delete(value);
}
