/**
 * Where text is painted: the matrices of a content stream and what moves along and between lines.
 * Source: ISO 32000-1, 8.4.2 (graphics state stack), 9.4.1 and 9.4.2 (text objects, positions).
 */
import type { PieceStart } from './content-run.ts';
import { identity, type Matrix, matrixOf, product } from './matrix.ts';
import type { PdfFont } from './read-font.ts';

/** Graphics state that q keeps and Q brings back. */
interface Saved {
  readonly matrix: Matrix;
  readonly font: PdfFont | undefined;
  readonly fontSize: number;
}

/** Follows the operators that place text; each method is one of them. */
export class TextPlace {
  font: PdfFont | undefined;
  fontSize = 0;
  /** Deepest nesting of q and Q so far. */
  depth = 0;
  /** True until the first text after a text matrix was set. */
  isMoved = false;
  readonly #saved: Saved[] = [];
  #matrix: Matrix = identity;
  #textMatrix: Matrix = identity;
  /** Moves along the line that the text matrix does not know yet. */
  #alongX = 0;
  /** From one line to the next, as TL and TD set it. */
  #leading = 0;
  /** True until the first text after a place was given that does not hang on the one before. */
  #isPlaced = false;

  /** q */
  save(): void {
    this.#saved.push({ matrix: this.#matrix, font: this.font, fontSize: this.fontSize });
    this.depth = Math.max(this.depth, this.#saved.length);
  }

  /** Q; one that has nothing to bring back changes nothing. */
  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    ({ matrix: this.#matrix, font: this.font, fontSize: this.fontSize } = saved);
  }

  /** cm */
  transform(operands: readonly number[]): void {
    this.#matrix = product(matrixOf(operands), this.#matrix);
  }

  /** BT, and Tm with its operands */
  place(operands?: readonly number[]): void {
    this.#textMatrix = operands === undefined ? identity : matrixOf(operands);
    this.#alongX = 0;
    this.isMoved = true;
    this.#isPlaced = true;
  }

  /** Td */
  move(x: number, y: number): void {
    this.#textMatrix = product([1, 0, 0, 1, x + this.#alongX, y], this.#textMatrix);
    this.#alongX = 0;
    if (y !== 0) this.isMoved = true;
  }

  /** Td along the line: remembered for the next move that is not. */
  moveAlong(x: number): void {
    this.#alongX += x;
  }

  /** TL, and TD before it moves */
  setLeading(leading: number): void {
    this.#leading = leading;
  }

  /** T* */
  nextLine(): void {
    this.move(0, -this.#leading);
  }

  /** What follows begins a piece of text here. */
  start(isReversed: boolean): PieceStart {
    this.isMoved = false;
    const isPlaced = this.#isPlaced;
    this.#isPlaced = false;
    const matrix = product(this.#textMatrix, this.#matrix);
    return {
      originX: matrix[4],
      isPlaced,
      x: matrix[4] + matrix[0] * this.#alongX,
      y: matrix[5] + matrix[1] * this.#alongX,
      sizePt: Math.hypot(matrix[2], matrix[3]) * this.fontSize,
      isReversed,
    };
  }
}
