/**
 * A structure tree as plain nodes, so that each repair is a small function on a tree; reading it from
 * a PDF and writing it back stand in `read-structure.ts` and `write-structure.ts`.
 * Source: ISO 32000-1, 14.7 (logical structure) and 14.8.4 (standard structure types).
 */
import type { PdfRef, PdfValue } from '../../../model/pdf/values.ts';

/** One structure element. */
export interface StructureNode {
  readonly kind: 'element';
  /** Structure type without its slash: `P`, `H2`, `NonStruct`. */
  type: string;
  /** Alt, Lang, E, ActualText: text entries of the element. */
  readonly texts: Map<TextKey, string>;
  /** Name of the element, that headers of table cells and notes are found by. */
  id: string | undefined;
  /** Attributes by owner: `Table` → `Scope` → value. */
  readonly attributes: Map<string, Map<string, PdfValue>>;
  /** Names of the header cells of a table cell. */
  headers: readonly string[];
  kids: StructureKid[];
  /** The object that it was read from, which bookmarks may name; none for new elements. */
  readonly source: PdfRef | undefined;
}

export type TextKey = 'Alt' | 'Lang' | 'E' | 'ActualText';

/** A marked-content sequence on a page, or in a form XObject painted on one. */
export interface ContentKid {
  readonly kind: 'content';
  readonly mcid: number;
  readonly page: PdfRef;
  readonly form: PdfRef | undefined;
}

/** An annotation. */
export interface ObjectKid {
  readonly kind: 'object';
  readonly object: PdfRef;
  readonly page: PdfRef;
}

export type StructureKid = StructureNode | ContentKid | ObjectKid;

/** type, kids → a new element without attributes. */
export function element(type: string, kids: StructureKid[]): StructureNode {
  return {
    kind: 'element',
    type,
    texts: new Map(),
    id: undefined,
    attributes: new Map(),
    headers: [],
    kids,
    source: undefined,
  };
}

/** The elements among the kids of a node. */
export function elementsOf(node: StructureNode): StructureNode[] {
  return node.kids.filter((kid) => kid.kind === 'element');
}

/** Calls `visit` for every element below and including `node`, parents first. */
export function eachElement(node: StructureNode, visit: (node: StructureNode) => void): void {
  visit(node);
  for (const kid of node.kids) if (kid.kind === 'element') eachElement(kid, visit);
}

/** True for an element that adds nothing but its place: no text of its own, no attributes. */
export function isPlain(node: StructureNode): boolean {
  return node.texts.size === 0 && node.id === undefined && node.attributes.size === 0;
}

/** node, owner, key, value → the attribute is set. */
export function setAttribute(
  node: StructureNode,
  owner: string,
  key: string,
  value: PdfValue,
): void {
  const entries = node.attributes.get(owner) ?? new Map<string, PdfValue>();
  entries.set(key, value);
  node.attributes.set(owner, entries);
}
