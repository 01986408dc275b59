/**
 * Reads the text of a content stream the way a screen reader does: by marked-content sequence, glyphs
 * through their font's ToUnicode map, replacement text in the place of glyphs, right-to-left runs in
 * the order they are spoken.
 * Source: ISO 32000-1, 9.4 (text), 14.6 (marked content), 14.8.2.3.3 (reverse order), 14.9.4.
 */
import { scanContent } from '../../model/pdf/content-stream.ts';
import type { ContentRun, GlyphFault } from './content-run.ts';
import { numberAt, numbersIn } from './number-operands.ts';
import { type MarkSurroundings, OpenMarks } from './open-marks.ts';
import type { PdfFont } from './read-font.ts';
import { eachCode, endOfGlyph, type Glyph } from './string-operands.ts';
import { TextPlace } from './text-place.ts';

/** What is around a content stream. */
export interface ContentSurroundings extends MarkSurroundings {
  font(name: string): PdfFont | undefined;
  /** A form XObject painted here, and the mark it stands in: its runs are read by themselves. */
  form(name: string, mark: ContentRun['mark']): void;
}

export interface ReadContent {
  readonly runs: readonly ContentRun[];
  /** Deepest nesting of q and Q. */
  readonly depth: number;
}

/** Unpacked content stream → its runs, in the order they end. */
export function readContent(bytes: Buffer, around: ContentSurroundings): ReadContent {
  const reader = new ContentReader(bytes, around);
  scanContent(bytes, (name, start, end) => reader.read(name, start, end));
  return reader.finish();
}

class ContentReader {
  readonly #bytes: Buffer;
  /** The same, one character a byte: what is cut out of it costs less than out of bytes. */
  readonly #content: string;
  readonly #around: ContentSurroundings;
  readonly #place = new TextPlace();
  readonly #marks: OpenMarks;

  constructor(bytes: Buffer, around: ContentSurroundings) {
    this.#bytes = bytes;
    this.#content = bytes.toString('latin1');
    this.#around = around;
    this.#marks = new OpenMarks(around, this.#place);
  }

  finish(): ReadContent {
    return { runs: this.#marks.finish(), depth: this.#place.depth };
  }

  /** Returns where to go on, after text that was read further than this operator. */
  read(name: string, start: number, end: number): number | undefined {
    const place = this.#place;
    switch (name) {
      case 'Td':
        // Nearly every Td moves along the line only.
        if (this.#endsWithZero(end)) place.moveAlong(numberAt(this.#bytes, start, end));
        else this.#move(start, end);
        return;
      case 'TD': {
        const [, y = 0] = this.#numbers(start, end, 2);
        place.setLeading(-y);
        this.#move(start, end);
        return;
      }
      case 'TL':
        place.setLeading(numberAt(this.#bytes, start, end));
        return;
      case "'":
      case '"':
        place.nextLine();
        this.#show(start, end);
        return;
      case 'Tj':
        this.#show(start, end);
        return this.#showOn(end);
      case 'TJ':
        this.#show(start, end);
        return;
      case 'Tm':
        place.place(this.#numbers(start, end, 6));
        return;
      case 'T*':
        place.nextLine();
        return;
      case 'BT':
        place.place();
        return;
      case 'Tf': {
        const operands = this.#text(start, end).match(/^\/([^\s<>[\](){}/%]+)\s+(\S+)/);
        place.font = this.#around.font(operands?.[1] ?? '');
        place.fontSize = Number(operands?.[2] ?? 0);
        return;
      }
      case 'BMC':
      case 'BDC':
        this.#marks.open(this.#text(start, end - 3));
        return;
      case 'EMC':
        this.#marks.close();
        return;
      case 'q':
        place.save();
        return;
      case 'Q':
        place.restore();
        return;
      case 'cm':
        place.transform(this.#numbers(start, end, 6));
        return;
      case 'Do': {
        const xObject = this.#text(start, end).match(/^\/([^\s<>[\](){}/%]+)/)?.[1] ?? '';
        this.#around.form(xObject, this.#marks.run.mark);
        this.#marks.run.paints = true;
        return;
      }
      default:
        if (painting.has(name)) this.#marks.run.paints = true;
    }
  }

  /** Shows the strings among the operands of Tj, TJ, ' or ". */
  #show(start: number, end: number): void {
    const { run, meant } = this.#marks;
    const { font, isMoved } = this.#place;
    run.paints = true;
    if (isMoved) this.#marks.startPiece();
    if (font === undefined) return;
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
    this.#marks.add(text);
  }

  /**
   * Nearly all that a browser paints is one glyph after the other along a line. They are taken at one
   * go as long as nothing else comes between and nothing is wrong with them. Returns where that ends.
   */
  #showOn(end: number): number {
    const { font } = this.#place;
    const map = font?.toUnicode;
    if (font === undefined || map === undefined || !this.#marks.isDirect) return end;
    const glyph: Glyph = { shift: 0, code: 0 };
    let at = end;
    let text = '';
    for (;;) {
      const next = endOfGlyph(this.#bytes, at, font.codeLength, glyph);
      const mapped = next === at ? undefined : map.get(glyph.code);
      if (mapped === undefined || font.isMissing(glyph.code)) break;
      this.#place.moveAlong(glyph.shift);
      text += mapped;
      at = next;
    }
    if (text !== '') this.#marks.add(text);
    return at;
  }

  #move(start: number, end: number): void {
    const [x = 0, y = 0] = this.#numbers(start, end, 2);
    this.#place.move(x, y);
  }

  /** True for `… 0 Td`. */
  #endsWithZero(end: number): boolean {
    const bytes = this.#bytes;
    return bytes[end - 4] === 0x30 && bytes[end - 3] === 0x20 && bytes[end - 5] === 0x20;
  }

  #text(start: number, end: number): string {
    return this.#content.slice(start, end);
  }

  #numbers(start: number, end: number, count: number): number[] {
    return numbersIn(this.#bytes, start, end, count);
  }
}

/** Operators that paint and show no text. Source: ISO 32000-1, tables 60, 77 and 92. */
const painting: ReadonlySet<string> = new Set('f F f* B B* b b* S s sh EI'.split(' '));

/** What stands for a glyph that has no text. */
const REPLACEMENT = '\u{fffd}';
