/**
 * Puts the pieces of a line, which a PDF holds from left to right, into the order they are read in.
 * This undoes rule L2 of the bidirectional algorithm (UAX #9) for the two levels that running text
 * has; deeper embeddings come out with their pieces complete but not always in order.
 */

export interface LinePiece {
  /** Where it starts from the left. */
  readonly x: number;
  text: string;
  isRightToLeft: boolean;
}

/** Pieces of one line, direction of what they stand in → their text in reading order. */
export function orderLine(pieces: readonly LinePiece[], isRightToLeft: boolean): string {
  if (!pieces.some((piece) => piece.isRightToLeft)) return join(pieces);
  const fromLeft = [...pieces].sort((a, b) => a.x - b.x);
  if (!isRightToLeft && fromLeft.some((piece) => isLatin(piece.text)))
    return join(reverseStretches(fromLeft, (piece) => !isLatin(piece.text)));
  const fromRight = fromLeft.reverse();
  return join(reverseStretches(fromRight, (piece) => !piece.isRightToLeft));
}

/** Stretches of pieces that pass the test are turned round. */
function reverseStretches(
  pieces: readonly LinePiece[],
  belongs: (piece: LinePiece) => boolean,
): LinePiece[] {
  const result: LinePiece[] = [];
  let stretch: LinePiece[] = [];
  for (const piece of pieces) {
    if (belongs(piece)) stretch.unshift(piece);
    else {
      result.push(...stretch, piece);
      stretch = [];
    }
  }
  return [...result, ...stretch];
}

/** True for text with letters that run from left to right; numbers alone have no such letters. */
function isLatin(text: string): boolean {
  return /[^\P{L}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  );
}

function join(pieces: readonly LinePiece[]): string {
  return pieces.map(({ text }) => text).join('');
}
