/** A stretch of painting under one mark, and how its text is put together line by line. */
import { orderLine } from './order-line.ts';

/** A stretch of painting under one mark, or under none. */
export interface ContentRun {
  readonly mark: 'tag' | 'artifact' | 'none';
  /** Number of the marked-content sequence, for a tag that has one. */
  readonly mcid: number | undefined;
  /** Tag of the mark that this one stands in, where that is a tag or an Artifact too. */
  readonly within: 'tag' | 'artifact' | undefined;
  readonly text: string;
  /** Codes that draw glyph 0, and codes without a text, each with what stands before it. */
  readonly missing: readonly GlyphFault[];
  readonly unmapped: readonly GlyphFault[];
  /** True where something is painted: text, a line, a fill, an image. */
  readonly paints: boolean;
  /** Starts of text, in user space. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface GlyphFault {
  readonly font: string;
  readonly code: number;
  /** Text that stands before it in its run. */
  readonly before: string;
  /** What the glyph stands for, where the file says so in spite of it. */
  readonly meant: string | undefined;
}

/** A run that is being read. */
export class OpenRun implements ContentRun {
  readonly mark: ContentRun['mark'];
  readonly mcid: number | undefined;
  readonly within: ContentRun['within'];
  readonly missing: GlyphFault[] = [];
  readonly unmapped: GlyphFault[] = [];
  readonly points: (readonly [number, number])[] = [];
  text = '';
  paints = false;
  readonly #isRightToLeft: boolean;
  #line: OpenFragment[] = [];
  #lineY = 0;

  constructor(
    mark: ContentRun['mark'],
    mcid: number | undefined,
    within: ContentRun['within'],
    isRightToLeft: boolean,
  ) {
    this.mark = mark;
    this.mcid = mcid;
    this.within = within;
    this.#isRightToLeft = isRightToLeft;
  }

  /** Text goes on at a new place: in this fragment, in the next of its line, or on another line. */
  startPiece({ originX, isPlaced, x, y, sizePt, isReversed }: PieceStart): void {
    this.points.push([x, y]);
    const isHigher = Math.abs(this.#lineY - y) > sizePt * SAME_LINE_EM;
    if (this.#line.length > 0 && isHigher) this.endLine();
    if (this.#line.length === 0) this.#lineY = y;
    const piece = { x, text: '', isReversed };
    const last = this.#line.at(-1);
    if (last !== undefined && (!isPlaced || last.originX === originX)) last.pieces.push(piece);
    else this.#line.push({ originX, x, pieces: [piece] });
  }

  add(text: string): void {
    const piece = this.#line.at(-1)?.pieces.at(-1);
    if (piece !== undefined) piece.text += text;
  }

  /** All text so far, in the order it was painted. */
  get painted(): string {
    const pieces = this.#line.flatMap((fragment) => fragment.pieces);
    return this.text + pieces.map(({ text }) => text).join('');
  }

  /** Adds the collected line to the text, with a space where it was broken at one. */
  endLine(): void {
    const line = orderLine(this.#line, this.#isRightToLeft);
    const isBroken = this.text !== '' && line !== '' && !/^\s/.test(line);
    this.text += isBroken && !joinsLines.test(this.text) ? ` ${line}` : line;
    this.#line = [];
  }
}

/** Where a piece of text starts, in points. */
export interface PieceStart {
  /** Where the fragment that it is part of starts: browsers place each piece from there. */
  readonly originX: number;
  /** False where it goes on from the piece before it, raised or lowered a little. */
  readonly isPlaced: boolean;
  readonly x: number;
  readonly y: number;
  /** Size of the type. */
  readonly sizePt: number;
  readonly isReversed: boolean;
}

interface OpenFragment {
  readonly originX: number;
  readonly x: number;
  readonly pieces: { readonly x: number; text: string; readonly isReversed: boolean }[];
}

/** Vowel signs and raised figures stand higher than their line, lines hardly nearer than their size. */
const SAME_LINE_EM = 0.6;

/** Ends of lines after which no space belongs: a hyphen, a space, a script that has no spaces. */
const joinsLines =
  /(?:[-\u00ad\u2010\s]|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}|[\u3000-\u303f\uff00-\uffef])$/u;
