/**
 * Writes a structure tree into its PDF: the elements, the tree that leads from content to its
 * element, the one that leads from names to elements, and the role map.
 * Source: ISO 32000-1, 14.7.2 (hierarchy), 14.7.4.4 (parent tree) and table 322.
 */

import { entry, nameAt, referenceAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import type { PdfObjects } from '../../../model/pdf/pdf-objects.ts';
import { textString } from '../../../model/pdf/text-string.ts';
import {
  dictOf,
  PdfDict,
  PdfName,
  type PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../../../model/pdf/values.ts';
import { eachElement, type StructureKid, type StructureNode } from './node.ts';
import { roleOf } from './types.ts';

/** PDF, tree → the PDF's structure is that tree. `clearStructure` has gone before. */
export function writeStructure(pdf: PdfFile, root: StructureNode): void {
  const rootRef = referenceAt(pdf.catalog, 'StructTreeRoot') ?? pdf.objects.next();
  const writer = new StructureWriter(pdf.objects);
  const documentRef = writer.write(root, rootRef);
  const tree = dictOf({
    Type: 'StructTreeRoot',
    K: documentRef,
    ParentTree: writer.parentTree(),
    ParentTreeNextKey: writer.parents.size === 0 ? 0 : Math.max(...writer.parents.keys()) + 1,
  });
  const roles = roleMap(root);
  if (roles.size > 0) tree.set('RoleMap', dictOf(Object.fromEntries(roles)));
  if (writer.names.size > 0) tree.set('IDTree', writer.idTree());
  pdf.objects.assign(rootRef, tree);
  pdf.catalog.set('StructTreeRoot', rootRef);
}

class StructureWriter {
  /** Key of a page, form or annotation → its elements by MCID, or its one element. */
  readonly parents = new Map<number, PdfRef | (PdfRef | undefined)[]>();
  readonly names = new Map<string, PdfRef>();
  readonly #objects: PdfObjects;
  readonly #typeNames = new Map<string, PdfName>();

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  write(node: StructureNode, parent: PdfRef): PdfRef {
    // Bookmarks point at elements; an element that was read keeps its object.
    const ref = node.source ?? this.#objects.next();
    const page = pageOf(node);
    const kids = node.kids.map((kid) => this.#writeKid(kid, ref, page));
    const [only] = kids;
    const dictionary = new PdfDict();
    dictionary.set('Type', elementType);
    dictionary.set('S', this.#typeName(node.type));
    dictionary.set('P', parent);
    if (page !== undefined) dictionary.set('Pg', page);
    if (only !== undefined) dictionary.set('K', kids.length > 1 ? kids : only);
    this.#writeProperties(node, dictionary, ref);
    this.#objects.assign(ref, dictionary);
    return ref;
  }

  parentTree(): PdfDict {
    const sorted = [...this.parents].sort(([a], [b]) => a - b);
    // A sequence that became an Artifact has no owner.
    const numbers = sorted.flatMap(([key, value]): PdfValue[] => [
      key,
      Array.isArray(value) ? Array.from(value, (owner) => owner ?? null) : value,
    ]);
    return dictOf({ Nums: numbers });
  }

  idTree(): PdfDict {
    const sorted = [...this.names].sort(([a], [b]) => (a < b ? -1 : 1));
    return dictOf({ Names: sorted.flatMap(([name, ref]) => [new PdfString(name), ref]) });
  }

  #writeKid(kid: StructureKid, owner: PdfRef, page: PdfRef | undefined): PdfValue {
    switch (kid.kind) {
      case 'element':
        return this.write(kid, owner);
      case 'object':
        this.#adopt(kid.object, 'StructParent', owner);
        return dictOf({ Type: 'OBJR', Obj: kid.object, Pg: kid.page });
      case 'content': {
        this.#adopt(kid.form ?? kid.page, 'StructParents', owner, kid.mcid);
        if (kid.form === undefined && kid.page === page) return kid.mcid;
        return dictOf({ Type: 'MCR', Pg: kid.page, Stm: kid.form, MCID: kid.mcid });
      }
    }
  }

  /** Notes that what `ref` holds belongs to the element `owner`. */
  #adopt(ref: PdfRef, keyName: string, owner: PdfRef, mcid?: number): void {
    const { target } = ref;
    const dictionary = target instanceof PdfStream ? target.dict : target;
    const number = dictionary instanceof PdfDict ? entry(dictionary, keyName) : undefined;
    if (typeof number !== 'number') return;
    if (mcid === undefined) {
      this.parents.set(number, owner);
      return;
    }
    const known = this.parents.get(number);
    const list = Array.isArray(known) ? known : [];
    list[mcid] = owner;
    this.parents.set(number, list);
  }

  #writeProperties(node: StructureNode, dictionary: PdfDict, ref: PdfRef): void {
    for (const [key, text] of node.texts) dictionary.set(key, textString(text));
    if (node.id !== undefined) {
      dictionary.set('ID', new PdfString(node.id));
      this.names.set(node.id, ref);
    }
    if (node.attributes.size === 0 && node.headers.length === 0) return;
    const attributes = [...node.attributes].map(([owner, entries]) =>
      dictOf({ O: owner, ...Object.fromEntries(entries) }),
    );
    if (node.headers.length > 0) {
      const headers = node.headers.map((header) => new PdfString(header));
      const table = attributes.find((entries) => nameAt(entries, 'O') === 'Table');
      if (table === undefined) attributes.push(dictOf({ O: 'Table', Headers: headers }));
      else table.set('Headers', headers);
    }
    const [only] = attributes;
    if (only !== undefined) dictionary.set('A', attributes.length === 1 ? only : attributes);
  }

  #typeName(type: string): PdfName {
    const known = this.#typeNames.get(type) ?? new PdfName(type);
    this.#typeNames.set(type, known);
    return known;
  }
}

const elementType = new PdfName('StructElem');

/** The page of most of a node's own content: that of its first. */
function pageOf(node: StructureNode): PdfRef | undefined {
  for (const kid of node.kids) if (kid.kind === 'content') return kid.page;
  return undefined;
}

/** Types of the tree that PDF 1.7 does not know → what they stand for. */
function roleMap(root: StructureNode): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  eachElement(root, ({ type }) => {
    const role = roleOf(type);
    if (role !== undefined) roles.set(type, role);
  });
  return new Map([...roles].sort(([a], [b]) => (a < b ? -1 : 1)));
}
