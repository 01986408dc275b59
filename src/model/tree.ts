/**
 * The composed brief: an mdast tree with two node types of our own. Every renderer starts from it.
 *
 * - `region`: a block with a role, made by a template's container directive (`:::takeaways`).
 * - `phrase`: an inline stretch with a role, made by a template's text directive (`:date[…]`).
 *
 * By the time a renderer sees the tree, citations are footnote references or links, facts and
 * cross-references are text and links, and no placeholder is left.
 */
import type { Element } from 'hast';
import type { Data, Node, Parent, PhrasingContent, Root } from 'mdast';
import type { Span } from './span.ts';

/**
 * What we hang on nodes (mdast's own `Data`, extended below).
 *
 * - `origin`: the YAML that this node was written in.
 * - `id`: its anchor, as `fig-takedowns` or `takeaway-1`; unique in the document.
 * - `lang`, `dir`: where they differ from the surroundings.
 * - `record`: the record that this node was made from, as `takeaway/lulls-are-not-defeat`.
 * - `picture`: on an image, what it is besides the data URL in its `url`.
 */
export type BriefData = Data;

/** A picture that is inside the document. */
export interface Picture {
  /** What to call it where it becomes a file: `fig-takedowns.svg`. */
  readonly fileName: string;
  /** Size in pixels, where it has one. */
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
  /** For a chart: the drawing itself. */
  readonly drawing?: Drawing | undefined;
}

/**
 * A chart, drawn for two widths, with its words as words: what the data URL holds (`wide`), and the
 * same for a telephone. Colours stand in attributes for paper, and as classes (`fill-accent`,
 * `stroke-rule`, `fill-series-2`…) for a style sheet that knows better.
 */
export interface Drawing {
  readonly wide: Element;
  readonly narrow: Element;
}

/** A block with a role. Markdown prints its children; HTML makes an element of it. */
export interface Region extends Parent {
  type: 'region';
  role: string;
  /** From the directive: `{paper=wide}`. */
  attributes: Record<string, string>;
  children: Root['children'];
  data?: BriefData;
}

/** An inline stretch with a role: a date, a likelihood, a marking, a foreign phrase. */
export interface Phrase extends Parent {
  type: 'phrase';
  role: string;
  attributes: Record<string, string>;
  children: PhrasingContent[];
  data?: BriefData;
}

declare module 'mdast' {
  interface Data {
    origin?: Span;
    id?: string;
    lang?: string;
    dir?: 'ltr' | 'rtl';
    record?: string;
    picture?: Picture;
  }
  interface RootContentMap {
    region: Region;
    phrase: Phrase;
  }
  interface BlockContentMap {
    region: Region;
  }
  interface PhrasingContentMap {
    phrase: Phrase;
  }
}

/** node → our data on it, or undefined. */
export function dataOf(node: Node): BriefData | undefined {
  return node.data as BriefData | undefined;
}
