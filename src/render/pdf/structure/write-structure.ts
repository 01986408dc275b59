/**
 * Writes a structure tree into its PDF: the elements, the tree that leads from content to its
 * element, the one that leads from names to elements, and the role map.
 * Source: ISO 32000-1, 14.7.2 (hierarchy), 14.7.4.4 (parent tree) and table 322.
 */

import {
  type PDFArray,
  type PDFContext,
  PDFDict,
  type PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { nameOf } from '../../../model/pdf/names.ts';
import { entry, referenceAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { textString } from '../objects.ts';
import { eachElement, type StructureKid, type StructureNode } from './node.ts';
import { roleOf } from './types.ts';

/** PDF, tree → the PDF's structure is that tree. `clearStructure` has gone before. */
export function writeStructure(pdf: PdfFile, root: StructureNode): void {
  const rootRef = referenceAt(pdf.catalog, 'StructTreeRoot') ?? pdf.context.nextRef();
  const writer = new StructureWriter(pdf.context);
  const documentRef = writer.write(root, rootRef);
  const tree = pdf.context.obj({
    Type: 'StructTreeRoot',
    K: documentRef,
    ParentTree: writer.parentTree(),
    ParentTreeNextKey: writer.parents.size === 0 ? 0 : Math.max(...writer.parents.keys()) + 1,
  });
  const roles = roleMap(root);
  if (roles.size > 0) tree.set(nameOf('RoleMap'), pdf.context.obj(Object.fromEntries(roles)));
  if (writer.names.size > 0) tree.set(nameOf('IDTree'), writer.idTree());
  pdf.context.assign(rootRef, tree);
  pdf.catalog.set(nameOf('StructTreeRoot'), rootRef);
}

class StructureWriter {
  /** Key of a page, form or annotation → its elements by MCID, or its one element. */
  readonly parents = new Map<number, PDFRef | (PDFRef | undefined)[]>();
  readonly names = new Map<string, PDFRef>();
  readonly #context: PDFContext;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  write(node: StructureNode, parent: PDFRef): PDFRef {
    // Bookmarks point at elements; an element that was read keeps its object.
    const ref = node.source ?? this.#context.nextRef();
    const page = pageOf(node);
    const kids = node.kids.map((kid) => this.#writeKid(kid, ref, page));
    const [only] = kids;
    const dictionary = this.#dictionary([
      ['Type', nameOf('StructElem')],
      ['S', nameOf(node.type)],
      ['P', parent],
      ['Pg', page],
      ['K', kids.length > 1 ? this.#context.obj(kids) : only],
    ]);
    this.#writeProperties(node, dictionary, ref);
    this.#context.assign(ref, dictionary);
    return ref;
  }

  parentTree(): PDFDict {
    const sorted = [...this.parents].sort(([a], [b]) => a - b);
    const numbers = sorted.flatMap(([key, value]) => [
      PDFNumber.of(key),
      Array.isArray(value) ? this.#listOf(value) : value,
    ]);
    return this.#context.obj({ Nums: this.#context.obj(numbers) });
  }

  idTree(): PDFDict {
    const sorted = [...this.names].sort(([a], [b]) => (a < b ? -1 : 1));
    return this.#context.obj({
      Names: this.#context.obj(sorted.flatMap(([name, ref]) => [PDFString.of(name), ref])),
    });
  }

  #writeKid(kid: StructureKid, owner: PDFRef, page: PDFRef | undefined): PDFObject {
    switch (kid.kind) {
      case 'element':
        return this.write(kid, owner);
      case 'object':
        this.#adopt(kid.object, 'StructParent', owner);
        return this.#dictionary([
          ['Type', nameOf('OBJR')],
          ['Obj', kid.object],
          ['Pg', kid.page],
        ]);
      case 'content': {
        this.#adopt(kid.form ?? kid.page, 'StructParents', owner, kid.mcid);
        if (kid.form === undefined && kid.page === page) return PDFNumber.of(kid.mcid);
        return this.#dictionary([
          ['Type', nameOf('MCR')],
          ['Pg', kid.page],
          ['Stm', kid.form],
          ['MCID', PDFNumber.of(kid.mcid)],
        ]);
      }
    }
  }

  /** Notes that what `ref` holds belongs to the element `owner`. */
  #adopt(ref: PDFRef, keyName: string, owner: PDFRef, mcid?: number): void {
    const target = this.#context.lookup(ref);
    const dictionary = target instanceof PDFDict ? target : dictionaryOf(target);
    const key = dictionary === undefined ? undefined : entry(dictionary, keyName);
    if (!(key instanceof PDFNumber)) return;
    const number = key.asNumber();
    if (mcid === undefined) {
      this.parents.set(number, owner);
      return;
    }
    const known = this.parents.get(number);
    const list = Array.isArray(known) ? known : [];
    list[mcid] = owner;
    this.parents.set(number, list);
  }

  #writeProperties(node: StructureNode, dictionary: PDFDict, ref: PDFRef): void {
    for (const [key, text] of node.texts) dictionary.set(nameOf(key), textString(text));
    if (node.id !== undefined) {
      dictionary.set(nameOf('ID'), PDFString.of(node.id));
      this.names.set(node.id, ref);
    }
    const attributes = [...node.attributes].map(([owner, entries]) =>
      this.#context.obj({ O: owner, ...Object.fromEntries(entries) }),
    );
    if (node.headers.length > 0) {
      const headers = this.#context.obj(node.headers.map((header) => PDFString.of(header)));
      const table = attributes.find((entries) => entry(entries, 'O') === nameOf('Table'));
      if (table === undefined) attributes.push(this.#context.obj({ O: 'Table', Headers: headers }));
      else table.set(nameOf('Headers'), headers);
    }
    const [only] = attributes;
    if (only !== undefined)
      dictionary.set(nameOf('A'), attributes.length === 1 ? only : this.#context.obj(attributes));
  }

  #dictionary(entries: readonly (readonly [string, PDFObject | undefined])[]): PDFDict {
    const map = new Map<PDFName, PDFObject>();
    for (const [key, value] of entries) if (value !== undefined) map.set(nameOf(key), value);
    return PDFDict.fromMapWithContext(map, this.#context);
  }

  #listOf(owners: readonly (PDFRef | undefined)[]): PDFArray {
    // A sequence that became an Artifact has no owner.
    return this.#context.obj(Array.from(owners, (owner) => owner ?? PDFNull));
  }
}

/** The page of most of a node's own content: that of its first. */
function pageOf(node: StructureNode): PDFRef | undefined {
  for (const kid of node.kids) if (kid.kind === 'content') return kid.page;
  return undefined;
}

function dictionaryOf(target: PDFObject | undefined): PDFDict | undefined {
  return target !== undefined && 'dict' in target && target.dict instanceof PDFDict
    ? target.dict
    : undefined;
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
