/**
 * Reads the text of a content stream the way a screen reader does: by marked-content sequence, glyphs
 * through their font's ToUnicode map, replacement text in the place of glyphs, right-to-left runs in
 * the order they are spoken.
 * Source: ISO 32000-1, 9.4 (text), 14.6 (marked content), 14.8.2.3.3 (reverse order), 14.9.4.
 */
import { scanContent } from '../../model/pdf/content-stream.ts';
import { type ContentRun, type GlyphFault, OpenRun } from './content-run.ts';
import { identity, type Matrix, product } from './matrix.ts';
import type { PdfFont } from './read-font.ts';
import { eachCode, firstText } from './string-operands.ts';

/** What is around a content stream. */
export interface ContentSurroundings {
  /** True where the text of a marked-content sequence is read from right to left. */
  isRightToLeft(mcid: number | undefined): boolean;
  font(name: string): PdfFont | undefined;
  /** A form XObject painted here, and the mark it stands in: its runs are read by themselves. */
  form(name: string, mark: ContentRun['mark']): void;
  /** A property list of the resources, as the text of its dictionary. */
  properties(name: string): string | undefined;
}

export interface ReadContent {
  readonly runs: readonly ContentRun[];
  /** Deepest nesting of q and Q. */
  readonly depth: number;
}

/** Unpacked content stream → its runs, in the order they end. */
export function readContent(bytes: Buffer, around: ContentSurroundings): ReadContent {
  const reader = new ContentReader(bytes, around);
  scanContent(bytes, (name, start, end) => {
    reader.read(name, start, end);
    return undefined;
  });
  return { runs: reader.finish(), depth: reader.depth };
}

/** An open mark: a run of its own, or something inside a run. */
type Frame =
  | { readonly kind: 'run' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'actual'; readonly text: string; glyphs: string }
  | { readonly kind: 'reversed'; readonly pieces: string[] };

/** Graphics state that q keeps and Q brings back. */
interface Saved {
  readonly matrix: Matrix;
  readonly font: PdfFont | undefined;
  readonly fontSize: number;
}

class ContentReader {
  depth = 0;
  readonly #bytes: Buffer;
  readonly #around: ContentSurroundings;
  readonly #done: ContentRun[] = [];
  readonly #open: OpenRun[];
  readonly #frames: Frame[] = [];
  readonly #saved: Saved[] = [];
  #matrix: Matrix = identity;
  #font: PdfFont | undefined;
  #fontSize = 0;
  #textMatrix: Matrix = identity;
  /** Moves along the line that the text matrix does not know yet. */
  #alongX = 0;
  /** From one line to the next, as TL and TD set it. */
  #leading = 0;
  /** True until the first text after a text matrix was set. */
  #isMoved = false;
  /** True until the first text after a place was given that does not hang on the one before. */
  #isPlaced = false;

  constructor(bytes: Buffer, around: ContentSurroundings) {
    this.#bytes = bytes;
    this.#around = around;
    this.#open = [new OpenRun('none', undefined, undefined, around.isRightToLeft(undefined))];
  }

  finish(): readonly ContentRun[] {
    while (this.#open.length > 0) this.#closeRun();
    return this.#done.filter((run) => run.paints || run.mark !== 'none');
  }

  read(name: string, start: number, end: number): void {
    switch (name) {
      case 'Td':
        // Nearly every Td moves along the line only, which is remembered for the next that does not.
        if (this.#endsWithZero(end)) this.#alongX += numberAt(this.#bytes, start, end);
        else this.#move(this.#numbers(start, end));
        return;
      case 'TD': {
        const [x = 0, y = 0] = this.#numbers(start, end);
        this.#leading = -y;
        this.#move([x, y]);
        return;
      }
      case 'TL':
        this.#leading = numberAt(this.#bytes, start, end);
        return;
      case "'":
      case '"':
        this.#move([0, -this.#leading]);
        this.#show(start, end);
        return;
      case 'Tj':
      case 'TJ':
        this.#show(start, end);
        return;
      case 'Tm':
        this.#textMatrix = product(this.#numbers(start, end), identity);
        this.#alongX = 0;
        this.#isMoved = true;
        this.#isPlaced = true;
        return;
      case 'T*':
        this.#move([0, -this.#leading]);
        return;
      case 'BT':
        this.#textMatrix = identity;
        this.#alongX = 0;
        this.#isMoved = true;
        this.#isPlaced = true;
        return;
      case 'Tf': {
        const operands = this.#text(start, end).match(/^\/([^\s<>[\](){}/%]+)\s+(\S+)/);
        this.#font = this.#around.font(operands?.[1] ?? '');
        this.#fontSize = Number(operands?.[2] ?? 0);
        return;
      }
      case 'BMC':
      case 'BDC':
        this.#openMark(this.#text(start, end - 3));
        return;
      case 'EMC':
        this.#closeMark();
        return;
      case 'q':
        this.#saved.push({ matrix: this.#matrix, font: this.#font, fontSize: this.#fontSize });
        this.depth = Math.max(this.depth, this.#saved.length);
        return;
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved === undefined) return;
        ({ matrix: this.#matrix, font: this.#font, fontSize: this.#fontSize } = saved);
        return;
      }
      case 'cm':
        this.#matrix = product(this.#numbers(start, end), this.#matrix);
        return;
      case 'Do':
        this.#around.form(this.#firstName(start, end), this.#run().mark);
        this.#run().paints = true;
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 'S':
      case 's':
      case 'sh':
      case 'EI':
        this.#run().paints = true;
        return;
    }
  }

  #run(): OpenRun {
    const run = this.#open.at(-1);
    if (run === undefined) throw new Error('a content stream is read after its end');
    return run;
  }

  /** Shows the strings among the operands of Tj, TJ, ' or ". */
  #show(start: number, end: number): void {
    const run = this.#run();
    run.paints = true;
    if (this.#isMoved) this.#startPiece(run);
    const font = this.#font;
    if (font === undefined) return;
    const frame = this.#frames.at(-1);
    const meant = frame?.kind === 'actual' ? frame.text : undefined;
    let text = '';
    const fault = (code: number): GlyphFault => ({
      font: font.name,
      code,
      before: run.painted + text,
      meant,
    });
    eachCode(this.#bytes, start, end, font.codeLength, (code) => {
      const mapped = font.toUnicode?.get(code);
      if (font.isMissing(code)) {
        run.missing.push(fault(code));
        text += REPLACEMENT;
      } else if (mapped !== undefined) text += mapped;
      else {
        if (meant === undefined) run.unmapped.push(fault(code));
        text += font.codeLength === 1 ? String.fromCharCode(code) : REPLACEMENT;
      }
    });
    this.#addText(text);
  }

  #addText(text: string): void {
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame === undefined || frame.kind === 'run') break;
      if (frame.kind === 'actual') {
        frame.glyphs += text;
        return;
      }
      if (frame.kind === 'reversed') {
        frame.pieces.push(text);
        return;
      }
    }
    this.#run().add(text);
  }

  #startPiece(run: OpenRun): void {
    this.#isMoved = false;
    const isPlaced = this.#isPlaced;
    this.#isPlaced = false;
    const [a, b, c, d, originX, originY] = product(this.#textMatrix, this.#matrix);
    run.startPiece({
      originX,
      isPlaced,
      x: originX + a * this.#alongX,
      y: originY + b * this.#alongX,
      sizePt: Math.hypot(c, d) * this.#fontSize,
      isReversed: this.#frames.some((frame) => frame.kind === 'reversed'),
    });
  }

  #openMark(operands: string): void {
    const tag = operands.match(/^\/([^\s<>[\](){}/%]+)/)?.[1] ?? '';
    const named = operands.match(/^\/[^\s<>[\](){}/%]+\s*\/([^\s<>[\](){}/%]+)/)?.[1];
    const list = named === undefined ? operands : (this.#around.properties(named) ?? '');
    const mcid = list.match(/\/MCID\s+(\d+)/)?.[1];
    const outer = this.#run();
    const within = outer.mark === 'none' ? outer.within : outer.mark;
    if (mcid !== undefined || tag === 'Artifact') {
      const mark = tag === 'Artifact' ? 'artifact' : 'tag';
      const number = mcid === undefined ? undefined : Number(mcid);
      const isRightToLeft = this.#around.isRightToLeft(number);
      this.#open.push(new OpenRun(mark, number, within, isRightToLeft));
      this.#frames.push({ kind: 'run' });
      return;
    }
    const actual = list.match(/\/ActualText\s*(?=[(<])/);
    if (actual?.index !== undefined) {
      const text = firstText(list.slice(actual.index));
      this.#frames.push({ kind: 'actual', text, glyphs: '' });
    } else if (tag === 'ReversedChars') {
      this.#frames.push({ kind: 'reversed', pieces: [] });
    } else this.#frames.push({ kind: 'plain' });
  }

  #closeMark(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'run') this.#closeRun();
    else if (frame.kind === 'actual') {
      const paintedNothing = frame.glyphs === '' && frame.text !== '';
      if (paintedNothing && this.#isMoved) this.#startPiece(this.#run());
      this.#addText(frame.text);
    } else if (frame.kind === 'reversed') this.#addText(frame.pieces.reverse().join(''));
  }

  #closeRun(): void {
    const run = this.#open.pop();
    if (run === undefined) return;
    run.endLine();
    this.#done.push(run);
  }

  #move([x = 0, y = 0]: readonly number[]): void {
    this.#textMatrix = product([1, 0, 0, 1, x + this.#alongX, y], this.#textMatrix);
    this.#alongX = 0;
    if (y !== 0) this.#isMoved = true;
  }

  /** True for `… 0 Td`. */
  #endsWithZero(end: number): boolean {
    const bytes = this.#bytes;
    return bytes[end - 4] === 0x30 && bytes[end - 3] === 0x20 && bytes[end - 5] === 0x20;
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  #firstName(start: number, end: number): string {
    return this.#text(start, end).match(/^\/([^\s<>[\](){}/%]+)/)?.[1] ?? '';
  }

  #numbers(start: number, end: number): number[] {
    return this.#text(start, end).trim().split(/\s+/).map(Number);
  }
}

/** The number at the start of operands, read without making a string of it. */
function numberAt(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) <= 0x20) at += 1;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative || bytes[at] === 0x2b) at += 1;
  let value = 0;
  let scale = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e) scale = 1;
    else if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30;
      scale *= 10;
    } else break;
  }
  const size = scale > 1 ? value / scale : value;
  return isNegative ? -size : size;
}

/** What stands for a glyph that has no text. */
const REPLACEMENT = '\u{fffd}';
