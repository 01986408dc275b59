/** What the walk over a tree finds, and a quick look whether it will find anything. */
import type { FootnoteDefinition, Nodes, Paragraph, Root } from 'mdast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type CitationItem, citationsIn } from '../../model/mentions.ts';
import type { Phrase } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';

/** One citation and the node that its text goes into. */
export interface FoundCitation {
  readonly items: readonly CitationItem[];
  /** Number of the note that it is, or stands in; 0 in running text. */
  readonly note: number;
  /** A paragraph where the citation is a whole note, else a phrase in somebody's sentence. */
  readonly place: Paragraph | Phrase;
  /** Anchor of the place in the text: `note-ref-3`, `cite-2`. */
  readonly anchor: string;
  /** False where a link around it forbids another. */
  readonly mayLink: boolean;
  /** True at the end of its paragraph, where it keeps its full stop. */
  readonly isLast: boolean;
}

/** Everything that was found. */
export interface Collected {
  /** In reading order. */
  readonly citations: readonly FoundCitation[];
  /** All notes in order of their numbers, those written by authors included. */
  readonly notes: readonly FootnoteDefinition[];
  /** Sources that are linked to without being cited → anchor of the first link, where it is seen. */
  readonly linked: ReadonlyMap<string, string | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/** True where a tree cites a source or links to one. */
export function hasCitations(tree: Root): boolean {
  let found = false;
  walk<Nodes>(tree, (node) => {
    found ||= node.type === 'text' && citationsIn(node.value).length > 0;
    found ||= node.type === 'link' && node.url.startsWith('#ref-');
    return found ? 'skip' : undefined;
  });
  return found;
}
