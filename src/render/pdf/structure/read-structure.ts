/** Reads the structure tree that Chromium wrote into plain nodes. */

import {
  dictionaryAt,
  follow,
  listAt,
  nameAt,
  referenceAt,
  textAt,
} from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { textOf } from '../../../model/pdf/text-string.ts';
import { PdfDict, PdfRef, PdfString, type PdfValue } from '../../../model/pdf/values.ts';
import { element, type StructureKid, type StructureNode, type TextKey } from './node.ts';

/** PDF → its one Document element, or undefined where the browser tagged nothing. */
export function readStructure(pdf: PdfFile): StructureNode | undefined {
  const root = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const kids = listAt(root, 'K').flatMap((kid) => readKid(kid, undefined));
  const nodes = kids.filter((kid) => kid.kind === 'element');
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'Document' ? only : element('Document', nodes);
}

function readKid(kid: PdfValue, page: PdfRef | undefined): StructureKid[] {
  if (typeof kid === 'number')
    return page === undefined ? [] : [{ kind: 'content', mcid: kid, page, form: undefined }];
  const dictionary = follow(kid);
  if (!(dictionary instanceof PdfDict)) return [];
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
      return [readElement(dictionary, kid instanceof PdfRef ? kid : undefined, ownPage)];
  }
}

function readReference(dictionary: PdfDict, page: PdfRef | undefined): StructureKid[] {
  const mcid = dictionary.get('MCID');
  if (typeof mcid !== 'number' || page === undefined) return [];
  const form = referenceAt(dictionary, 'Stm');
  return [{ kind: 'content', mcid, page, form }];
}

function readElement(
  dictionary: PdfDict,
  source: PdfRef | undefined,
  page: PdfRef | undefined,
): StructureNode {
  const node: StructureNode = {
    kind: 'element',
    type: nameAt(dictionary, 'S') ?? 'NonStruct',
    texts: new Map(),
    id: textAt(dictionary, 'ID'),
    attributes: new Map(),
    headers: [],
    kids: listAt(dictionary, 'K').flatMap((kid) => readKid(kid, page)),
    source,
  };
  for (const key of textKeys) {
    const text = textAt(dictionary, key);
    if (text !== undefined && text !== '') node.texts.set(key, text);
  }
  for (const attribute of listAt(dictionary, 'A')) {
    const entries = follow(attribute);
    if (entries instanceof PdfDict) readAttributes(node, entries);
  }
  return node;
}

const textKeys: readonly TextKey[] = ['Alt', 'Lang', 'E', 'ActualText'];

function readAttributes(node: StructureNode, dictionary: PdfDict): void {
  const owner = nameAt(dictionary, 'O');
  if (owner === undefined) return;
  for (const [key, value] of dictionary.map) {
    if (key === 'O' || isDefault(key, value)) continue;
    if (key === 'Headers') {
      node.headers = listAt(dictionary, key)
        .map(nameOfHeader)
        .filter((text) => text !== '');
      continue;
    }
    const entries = node.attributes.get(owner) ?? new Map<string, PdfValue>();
    entries.set(key, value);
    node.attributes.set(owner, entries);
  }
}

/** A span of one is what ISO 32000-1, table 349 takes for granted. */
function isDefault(key: string, value: PdfValue): boolean {
  return (key === 'RowSpan' || key === 'ColSpan') && typeof value === 'number' && value === 1;
}

function nameOfHeader(value: PdfValue): string {
  return value instanceof PdfString ? textOf(value) : '';
}
