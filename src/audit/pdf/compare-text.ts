/**
 * Compares the text of a PDF with the blocks of the brief: each must be there, whole and in order.
 * What the PDF has besides (markers of notes, numbers of lists, words of the page) is not looked at.
 *
 * Blocks that are long and stand in the PDF once are found first and hold the others in place: a cell
 * that says "12" must be found between its neighbours, not anywhere.
 */
import { rightToLeftLetter } from '../../model/direction.ts';
import { comparable } from '../comparable.ts';
import type { ExpectedBlock } from './expectation.ts';

export interface TextDifferences {
  readonly lost: readonly TextDifference[];
  readonly reordered: readonly TextDifference[];
}

export interface TextDifference {
  readonly block: ExpectedBlock;
  /** The words that are missing, or the beginning of what stands elsewhere. */
  readonly text: string;
}

/**
 * Spoken text of a PDF in its `comparable` form, blocks in order → what is lost, what stands
 * elsewhere.
 */
export function compareText(page: string, blocks: readonly ExpectedBlock[]): TextDifferences {
  const pieces = blocks.flatMap((block) =>
    block.pieces
      .map((source): Piece => ({ block, source, text: comparable(source) }))
      .filter(({ text }) => text !== ''),
  );
  const counts = new Map<string, number>();
  for (const { text } of pieces) counts.set(text, (counts.get(text) ?? 0) + 1);
  const anchors = pieces.map(({ text }) =>
    counts.get(text) === 1 ? anchorIn(page, text) : undefined,
  );
  const held = longestRise(anchors);
  const lost: TextDifference[] = [];
  const reordered: TextDifference[] = [];
  let cursor = 0;
  pieces.forEach((piece, index) => {
    const anchor = anchors[index];
    if (anchor !== undefined && held.has(index)) {
      cursor = Math.max(cursor, anchor + piece.text.length);
      return;
    }
    if (anchor !== undefined) {
      reordered.push({ block: piece.block, text: piece.source });
      return;
    }
    const next = nextAnchor(anchors, held, index) ?? page.length;
    const at = page.indexOf(piece.text, cursor);
    if (at !== -1 && at + piece.text.length <= next) {
      cursor = at + piece.text.length;
      return;
    }
    const window = page.slice(cursor, next);
    if (rightToLeftLetter.test(piece.text) && hasWords(window, piece.source)) return;
    // Long text that stands elsewhere is there, if in the wrong place; short text proves nothing.
    if (piece.text.length >= ANCHOR_LENGTH && page.includes(piece.text)) {
      // A text that the brief has twice may be printed once, where the template wants it.
      if (counts.get(piece.text) === 1) reordered.push({ block: piece.block, text: piece.source });
      return;
    }
    lost.push({ block: piece.block, text: lostWords(window, piece) });
  });
  return { lost, reordered };
}

interface Piece {
  readonly block: ExpectedBlock;
  readonly source: string;
  readonly text: string;
}

/** Text of this many letters hardly ever stands in a brief twice by chance. */
const ANCHOR_LENGTH = 12;

function anchorIn(page: string, text: string): number | undefined {
  if (text.length < ANCHOR_LENGTH) return undefined;
  const at = page.indexOf(text);
  return at !== -1 && page.indexOf(text, at + 1) === -1 ? at : undefined;
}

/** Indices of a longest rising run among the anchors: what stands in order. */
function longestRise(anchors: readonly (number | undefined)[]): ReadonlySet<number> {
  /** Of the best runs of each length so far: the index that each ends with. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  anchors.forEach((anchor, index) => {
    if (anchor === undefined) return;
    const length = ends.findIndex((end) => (anchors[end] ?? 0) >= anchor);
    const at = length === -1 ? ends.length : length;
    const previous = ends[at - 1];
    if (previous !== undefined) before.set(index, previous);
    ends[at] = index;
  });
  const held = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) held.add(at);
  return held;
}

function nextAnchor(
  anchors: readonly (number | undefined)[],
  held: ReadonlySet<number>,
  from: number,
): number | undefined {
  for (let index = from + 1; index < anchors.length; index += 1)
    if (held.has(index)) return anchors[index];
  return undefined;
}

/** Runs of both directions in one line may come in another order; their words are whole. */
function hasWords(window: string, source: string): boolean {
  return source.split(/\s+/).every((word) => window.includes(comparable(word)));
}

/**
 * The words of a piece that are missing, runs of them set apart by dots. Each word is looked for a
 * little way behind the one before it, so that the same word further on does not stand in for it.
 */
function lostWords(window: string, { source, text }: Piece): string {
  const head = longest(text.length, (length) => window.includes(text.slice(0, length)));
  let at = head === 0 ? 0 : window.indexOf(text.slice(0, head));
  const runs: string[][] = [];
  let wasLost = false;
  for (const word of source.trim().split(/\s+/)) {
    const wanted = comparable(word);
    const found = window.indexOf(wanted, at);
    const isThere = found !== -1 && found - at <= NEAR_LETTERS;
    if (isThere) at = found + wanted.length;
    else if (wasLost) runs.at(-1)?.push(word);
    else runs.push([word]);
    wasLost = !isThere;
  }
  return runs.length === 0 ? source.trim() : runs.map((words) => words.join(' ')).join(' … ');
}

/** As far as a marker of a note and a word or two. */
const NEAR_LETTERS = 24;

/** The largest number up to `most` that passes, where all smaller ones pass too. */
function longest(most: number, passes: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
