/** What the PDF of a brief must be, taken from the brief. */
import type { Nodes, Root } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Composed, Paper } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { dataOf } from '../../model/tree.ts';

export interface PdfExpectation {
  readonly title: string;
  readonly lang: string;
  readonly paper: Paper;
  /** Pages that the renderer counted, where it did. */
  readonly pages?: number | undefined;
  readonly headings: readonly string[];
  /** Blocks of text in the order of the tree. */
  readonly blocks: readonly ExpectedBlock[];
  /** Notes, each a list of blocks; where they stand is the template's business. */
  readonly notes: readonly (readonly ExpectedBlock[])[];
}

/** A paragraph, heading, cell or the like: pieces between which a marker of a note may stand. */
export interface ExpectedBlock {
  readonly pieces: readonly string[];
  readonly origin: Span | undefined;
}

/** document → what its PDF must be. */
export function expectationOf(document: Composed, pages?: number): PdfExpectation {
  const collected = collect(document.tree);
  return {
    title: document.meta.title,
    lang: document.meta.lang,
    paper: document.look.paper,
    pages,
    ...collected,
  };
}

/** Regions that a printed page leaves out on purpose. */
const notPrinted: ReadonlySet<string> = new Set(['evidence-on-demand', 'figure-data']);

/** Phrases that a printed page shows elsewhere: the marking stands in the running head. */
const shownElsewhere: ReadonlySet<string> = new Set(['marking']);

function collect(tree: Root): Pick<PdfExpectation, 'headings' | 'blocks' | 'notes'> {
  const headings: string[] = [];
  const blocks: ExpectedBlock[] = [];
  const notes: ExpectedBlock[][] = [];

  const visit = (node: Nodes, into: ExpectedBlock[], origin: Span | undefined): void => {
    const own = dataOf(node)?.origin ?? origin;
    switch (node.type) {
      case 'footnoteDefinition': {
        const note: ExpectedBlock[] = [];
        for (const child of node.children) visit(child, note, own);
        notes.push(note);
        return;
      }
      case 'region':
        if (notPrinted.has(node.role)) return;
        break;
      case 'heading':
        headings.push(plainTextOf(node));
        break;
      case 'code':
        into.push({ pieces: [node.value], origin: own });
        return;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const pieces = piecesOf(node);
      if (pieces.length > 0) into.push({ pieces, origin: own });
    } else if ('children' in node) {
      for (const child of node.children) visit(child, into, own);
    }
  };

  visit(tree, blocks, undefined);
  return { headings, blocks, notes };
}

function piecesOf(block: Nodes): readonly string[] {
  const pieces = [''];
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        pieces.push((pieces.pop() ?? '') + node.value);
        return;
      case 'break':
        pieces.push(`${pieces.pop() ?? ''} `);
        return;
      case 'footnoteReference':
      case 'image':
      case 'imageReference':
        pieces.push('');
        return;
      case 'phrase':
        if (shownElsewhere.has(node.role)) {
          pieces.push('');
          return;
        }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(block);
  return pieces.filter((piece) => piece.trim() !== '');
}
