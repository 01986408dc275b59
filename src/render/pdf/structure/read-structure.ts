/** Reads the structure tree that Chromium wrote into plain nodes. */

import { PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../../../model/pdf/names.ts';
import { dictionaryAt, listAt, nameAt, referenceAt, textAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { element, type StructureKid, type StructureNode, type TextKey } from './node.ts';

/** PDF → its one Document element, or undefined where the browser tagged nothing. */
export function readStructure(pdf: PdfFile): StructureNode | undefined {
  const root = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const kids = listAt(root, 'K').flatMap((kid) => readKid(pdf, kid, undefined));
  const nodes = kids.filter((kid) => kid.kind === 'element');
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'Document' ? only : element('Document', nodes);
}

function readKid(pdf: PdfFile, kid: PDFObject, page: PDFRef | undefined): StructureKid[] {
  if (kid instanceof PDFNumber)
    return page === undefined
      ? []
      : [{ kind: 'content', mcid: kid.asNumber(), page, form: undefined }];
  const dictionary = pdf.context.lookup(kid);
  if (!(dictionary instanceof PDFDict)) return [];
  const ownPage = referenceAt(dictionary, 'Pg') ?? page;
  switch (nameAt(dictionary, 'Type')) {
    case 'MCR':
      return readReference(dictionary, ownPage);
    case 'OBJR': {
      const object = referenceAt(dictionary, 'Obj');
      return object === undefined || ownPage === undefined
        ? []
        : [{ kind: 'object', object, page: ownPage }];
    }
    default:
      return [readElement(pdf, dictionary, kid instanceof PDFRef ? kid : undefined, ownPage)];
  }
}

function readReference(dictionary: PDFDict, page: PDFRef | undefined): StructureKid[] {
  const mcid = dictionary.get(nameOf('MCID'));
  if (!(mcid instanceof PDFNumber) || page === undefined) return [];
  const form = referenceAt(dictionary, 'Stm');
  return [{ kind: 'content', mcid: mcid.asNumber(), page, form }];
}

function readElement(
  pdf: PdfFile,
  dictionary: PDFDict,
  source: PDFRef | undefined,
  page: PDFRef | undefined,
): StructureNode {
  const node: StructureNode = {
    kind: 'element',
    type: nameAt(dictionary, 'S') ?? 'NonStruct',
    texts: new Map(),
    id: textAt(dictionary, 'ID'),
    attributes: new Map(),
    headers: [],
    kids: listAt(dictionary, 'K').flatMap((kid) => readKid(pdf, kid, page)),
    source,
  };
  for (const key of textKeys) {
    const text = textAt(dictionary, key);
    if (text !== undefined && text !== '') node.texts.set(key, text);
  }
  for (const attribute of listAt(dictionary, 'A')) {
    const entries = pdf.context.lookup(attribute);
    if (entries instanceof PDFDict) readAttributes(node, entries);
  }
  return node;
}

const textKeys: readonly TextKey[] = ['Alt', 'Lang', 'E', 'ActualText'];

function readAttributes(node: StructureNode, dictionary: PDFDict): void {
  const owner = nameAt(dictionary, 'O');
  if (owner === undefined) return;
  for (const [name, value] of dictionary.entries()) {
    const key = name.asString().slice(1);
    if (key === 'O' || isDefault(key, value)) continue;
    if (key === 'Headers') {
      node.headers = listAt(dictionary, key)
        .map(nameOfHeader)
        .filter((text) => text !== '');
      continue;
    }
    const entries = node.attributes.get(owner) ?? new Map<string, PDFObject>();
    entries.set(key, value);
    node.attributes.set(owner, entries);
  }
}

/** A span of one is what ISO 32000-1, table 349 takes for granted. */
function isDefault(key: string, value: PDFObject): boolean {
  return (
    (key === 'RowSpan' || key === 'ColSpan') && value instanceof PDFNumber && value.asNumber() === 1
  );
}

function nameOfHeader(value: PDFObject): string {
  return 'decodeText' in value && typeof value.decodeText === 'function'
    ? String(value.decodeText())
    : '';
}
