/**
 * Puts the fragments of a line, which a PDF holds from left to right, into the order they are read in.
 * This undoes rule L2 of the bidirectional algorithm (UAX #9) for the levels that running text has: a
 * base, words in the other direction, numbers and names inside of these. What isolates of the same
 * direction stand side by side cannot be told from the page; their fragments come out whole.
 */
import { rightToLeftLetter } from '../../model/direction.ts';

/** A stretch of text in one direction, as the browser lays it out. */
export interface Fragment {
  /** Where it starts from the left. */
  readonly x: number;
  /** Parts in several fonts, from left to right; signs above a letter may stand before its end. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  /** True where the file says that its glyphs stand in reverse order. */
  readonly isReversed: boolean;
}

/** Fragments of one line, direction of what they stand in → their text in reading order. */
export function orderLine(fragments: readonly Fragment[], isRightToLeft: boolean): string {
  const painted = fragments.map((fragment) => ({ ...read(fragment), x: fragment.x }));
  if (!painted.some(({ kind }) => kind === 'turned')) return join(painted);
  const fromLeft = painted.sort((one, other) => one.x - other.x);
  return join(isRightToLeft ? fromRight(fromLeft) : withTurned(fromLeft));
}

/** `turned`: from right to left; `letters`: from left to right; `number`; `neutral`: none of these. */
type Kind = 'turned' | 'letters' | 'number' | 'neutral';

interface ReadFragment {
  readonly kind: Kind;
  readonly text: string;
}

function read({ pieces }: Fragment): ReadFragment {
  const text = pieces.map((piece) => piece.text).join('');
  const isTurned = pieces.some((piece) => piece.isReversed || rightToLeftLetter.test(piece.text));
  if (isTurned) {
    const turned = pieces.map((piece) => piece.text).reverse();
    return { kind: 'turned', text: turned.join('') };
  }
  if (/\p{L}/u.test(text)) return { kind: 'letters', text };
  return { kind: /\p{N}/u.test(text) ? 'number' : 'neutral', text };
}

/**
 * A line from right to left: what runs the other way keeps its order. A blank between two such runs is
 * part of them only behind letters (W7 and N1): between two numbers it belongs to the line.
 */
function fromRight(fromLeft: readonly ReadFragment[]): ReadFragment[] {
  const result: ReadFragment[] = [];
  let run: ReadFragment[] = [];
  fromLeft.forEach((fragment, index) => {
    const { kind } = fragment;
    const before = fromLeft[index - 1]?.kind;
    const after = fromLeft[index + 1]?.kind;
    const isInside =
      kind === 'neutral' && before === 'letters' && (after === 'letters' || after === 'number');
    if (kind === 'letters' || kind === 'number' || isInside) run.push(fragment);
    else {
      result.unshift(...run);
      run = [];
      result.unshift(fragment);
    }
  });
  result.unshift(...run);
  return result;
}

/**
 * A line from left to right: each run of words in the other direction, with the numbers and blanks in
 * it, is turned round. A number to the left of such words is read after them: before them it would be
 * part of the words of the line.
 */
function withTurned(fromLeft: readonly ReadFragment[]): ReadFragment[] {
  const result: ReadFragment[] = [];
  let at = 0;
  while (at < fromLeft.length) {
    const end = endOfTurned(fromLeft, at);
    const fragment = fromLeft[at];
    if (fragment === undefined) break;
    if (end === at) {
      result.push(fragment);
      at += 1;
    } else {
      result.push(...fromLeft.slice(at, end).reverse());
      at = end;
    }
  }
  return result;
}

/** Where the run of turned words that begins here ends; here, if none begins. */
function endOfTurned(fragments: readonly ReadFragment[], start: number): number {
  const first = fragments[start]?.kind;
  if (first !== 'turned' && first !== 'number') return start;
  let end = start;
  for (let at = start; at < fragments.length; at += 1) {
    const kind = fragments[at]?.kind;
    if (kind === 'letters') break;
    if (kind === 'turned') end = at + 1;
  }
  return end;
}

function join(fragments: readonly ReadFragment[]): string {
  return fragments.map(({ text }) => text).join('');
}
