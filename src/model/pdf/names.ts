/**
 * The names of PDF that are asked for thousands of times a document, made once: pdf-lib unescapes a
 * name each time it is made, which took a fifth of all post-processing.
 */
import { PDFName } from '@cantoo/pdf-lib';

const all = [
  ...['A', 'Alt', 'ActualText', 'Contents', 'Dest', 'E', 'Filter', 'Headers', 'ID', 'IDTree', 'K'],
  ...['Kids', 'Lang', 'MCID', 'MCR', 'Nums', 'O', 'OBJR', 'Obj', 'P', 'ParentTree', 'Pg'],
  ...['Resources', 'S', 'Stm', 'StructElem', 'StructParent', 'StructParents', 'StructTreeRoot'],
  ...['Type', 'URI', 'XObject', 'FlateDecode', 'DecodeParms'],
];

const names: ReadonlyMap<string, PDFName> = new Map(all.map((name) => [name, PDFName.of(name)]));

/** Text without slash → the name; at once for those above. */
export function nameOf(text: string): PDFName {
  return names.get(text) ?? PDFName.of(text);
}
