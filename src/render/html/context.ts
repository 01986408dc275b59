/** What every handler of a node gets to know besides the node. */
import type { Element, ElementContent } from 'hast';
import type { Nodes, Parents } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentMeta } from '../../model/document.ts';
import type { LabelKey } from './labels.ts';
import type { Notes } from './notes.ts';

/**
 * What the page is for. `file`: a reader's browser, which may print it too. `print`: our own printer,
 * which needs no contents list, no evidence on demand and no tags for search engines.
 */
export type Purpose = 'file' | 'print';

export interface Context {
  readonly meta: DocumentMeta;
  readonly purpose: Purpose;
  readonly notes: Notes;
  /** Factor for the type of charts: see `Look`. */
  readonly labelScale: number;
  /** A word of the page in the brief's language. */
  label(key: LabelKey, slots?: Readonly<Record<string, string | number>>): string;
  /** A heading's own anchor, or a readable one that nothing else in the document has. */
  anchorFor(node: Nodes, plainText: string): string;
  report(diagnostic: Diagnostic): void;
}

/** Makes one mdast node hast. */
export type Handle<N extends Nodes> = (
  context: Context,
  state: State,
  node: N,
  parent: Parents | undefined,
) => Element | ElementContent | ElementContent[] | undefined;
