/** Puts what the tree says of a node (anchor, language, direction, origin) on the element made of it. */
import type { Element, ElementData } from 'hast';
import type { Nodes } from 'mdast';
import type { Span } from '../../model/span.ts';
import { dataOf } from '../../model/tree.ts';

declare module 'hast' {
  interface ElementData {
    /** The YAML that this element was written in. */
    origin?: Span;
    /** The record that it was made from, as `source/usa-today-2019`. */
    record?: string;
  }
  interface TextData {
    /** The YAML that this text was written in. */
    origin?: Span;
  }
}

/** node, its element → the same element with `id`, `lang` and `dir` where the node has them. */
export function withData(node: Nodes, made: Element): Element {
  const data = dataOf(node);
  if (data?.id !== undefined) made.properties.id = data.id;
  if (data?.lang !== undefined) made.properties.lang = data.lang;
  if (data?.dir !== undefined) made.properties.dir = data.dir;
  if (data?.origin !== undefined) {
    // Parsers of HTML make a field of theirs compulsory in this type; nothing here was parsed.
    made.data = { ...made.data, origin: data.origin } as ElementData;
  }
  const record = data?.record ?? (node.type === 'region' ? node.attributes.record : undefined);
  if (record !== undefined) made.data = { ...made.data, record } as ElementData;
  return made;
}
