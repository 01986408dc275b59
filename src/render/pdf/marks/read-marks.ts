/**
 * Reads which parts of a content stream are marked and which are not: the ground for Artifact marks.
 * Source: ISO 32000-1, 14.6 (marked content) and 8.2, figure 9 (what may stand where).
 */
import { scanContent } from '../../../model/pdf/content-stream.ts';

/** What one content stream holds, in offsets into its unpacked bytes. */
export interface StreamMarks {
  /** Painting that no tag and no Artifact mark covers, in order. */
  readonly unmarked: readonly UnmarkedRun[];
  /** Marked-content sequences with an MCID. */
  readonly sequences: readonly MarkedSequence[];
  /** Where the body of the page stands, in user space, bottom first; of pages that say so. */
  readonly bodyBand: readonly [bottom: number, top: number] | undefined;
}

export interface UnmarkedRun {
  readonly start: number;
  readonly end: number;
  /** Height of its first text in user space; undefined for painting without text. */
  readonly y: number | undefined;
  /** Counts marks opened and closed: runs of one number have no mark between them. */
  readonly epoch: number;
}

export interface MarkedSequence {
  readonly mcid: number;
  /** The operands and operator that open it: `/P <</MCID 0 >>BDC`. */
  readonly start: number;
  readonly end: number;
  /** Where the operator that closes it ends. */
  readonly close: number;
  readonly hasText: boolean;
  /** Unmarked painting that stands right before it. */
  readonly after: UnmarkedRun | undefined;
}

/**
 * Unpacked content stream → its marks. `isTagged` says of an XObject's name whether it is a form with
 * marks of its own, which must not be wrapped.
 */
export function readMarks(bytes: Buffer, isTagged: (xObject: string) => boolean): StreamMarks {
  const reader = new MarksReader(bytes.toString('latin1'), isTagged);
  scanContent(bytes, (name, start, end) => reader.read(name, start, end));
  return {
    unmarked: reader.runs,
    sequences: reader.sequences,
    bodyBand: reader.bodyBand,
  };
}

/** Height only, as `y = scale · y' + shift`: Chromium turns no page and no margin box. */
interface Heights {
  readonly scale: number;
  readonly shift: number;
}

type OpenSequence = { -readonly [K in keyof MarkedSequence]: MarkedSequence[K] };

/** Walks the operators once; holds the little graphics state that the marks need. */
class MarksReader {
  readonly runs: UnmarkedRun[] = [];
  readonly sequences: OpenSequence[] = [];
  bodyBand: [number, number] | undefined;

  /** The stream, one character a byte: what is cut out of it costs less than out of bytes. */
  readonly #content: string;
  readonly #isTagged: (xObject: string) => boolean;
  /** Open marks: the index of a sequence, or −1 for a mark without MCID, −2 for an Artifact. */
  readonly #open: number[] = [];
  readonly #saved: Heights[] = [];
  #heights: Heights = { scale: 1, shift: 0 };
  #covered = 0;
  #epoch = 0;
  #pathStart = -1;
  #rectangle: readonly [start: number, end: number] | undefined;

  constructor(content: string, isTagged: (xObject: string) => boolean) {
    this.#content = content;
    this.#isTagged = isTagged;
  }

  /** Returns where to go on, after a text object. */
  read(name: string, start: number, end: number): number | undefined {
    if (name === 'BT') return this.#passText(start, end);
    this.#readPainting(name, start, end);
    return undefined;
  }

  /**
   * Nearly all of a page is in text objects, and nothing in them matters here but that they show text
   * and where. Chromium writes an operator to a line and no line break into strings, so the end is
   * found without reading.
   */
  #passText(start: number, end: number): number {
    const last = this.#content.indexOf('\nET\n', end);
    const after = last === -1 ? this.#content.length : last + 3;
    const shown = this.#content.indexOf(' Tj\n', end);
    if (shown !== -1 && shown < after) {
      if (this.#covered === 0) this.#addRun(start, after, this.#textHeight(end, after));
      else this.#noteText();
    }
    return after;
  }

  #textHeight(start: number, end: number): number | undefined {
    const matrix = this.#text(start, Math.min(end, start + 400)).match(/(\S+) Tm\n/);
    return matrix === null ? undefined : this.#heightOf(Number(matrix[1]));
  }

  #readPainting(name: string, start: number, end: number): void {
    switch (name) {
      case 'BDC':
      case 'BMC':
        this.#openMark(start, end);
        return;
      case 'EMC':
        this.#closeMark(end);
        return;
      case 'q':
        this.#saved.push(this.#heights);
        return;
      case 'Q':
        this.#heights = this.#saved.pop() ?? this.#heights;
        return;
      case 'cm':
        this.#concatenate(this.#numbers(start, end));
        return;
      case 're':
        this.#startPath(start);
        this.#rectangle = [start, end];
        return;
      case 'm':
        this.#startPath(start);
        return;
      case 'W':
      case 'W*':
        this.#noteClip();
        return;
      case 'n':
        this.#pathStart = -1;
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
        if (this.#covered === 0) this.#addRun(this.#pathStart, end, undefined);
        this.#pathStart = -1;
        return;
      case 'sh':
        if (this.#covered === 0) this.#addRun(start, end, undefined);
        return;
      case 'BI':
        this.#startPath(start);
        return;
      case 'EI':
        if (this.#covered === 0) this.#addRun(this.#pathStart, end, undefined);
        this.#pathStart = -1;
        return;
      case 'Do':
        this.#paintXObject(start, end);
        return;
    }
  }

  #noteText(): void {
    for (const index of this.#open) {
      const sequence = this.sequences[index];
      if (sequence !== undefined) sequence.hasText = true;
    }
  }

  #paintXObject(start: number, end: number): void {
    const name = this.#text(start, end).match(/^\/(\S+)/)?.[1] ?? '';
    const isTagged = this.#isTagged(name);
    if (this.#covered === 0 && !isTagged) this.#addRun(start, end, undefined);
    if (isTagged) this.#noteText();
  }

  #openMark(start: number, end: number): void {
    const text = this.#text(start, end);
    const mcid = text.match(/\/MCID\s+(\d+)/)?.[1];
    if (mcid !== undefined) {
      this.#open.push(this.sequences.length);
      const last = this.runs.at(-1);
      const after = last?.epoch === this.#epoch ? last : undefined;
      this.sequences.push({ mcid: Number(mcid), start, end, close: end, hasText: false, after });
    } else {
      this.#open.push(text.startsWith('/Artifact') ? -2 : -1);
    }
    if (this.#open.at(-1) !== -1) this.#covered += 1;
    this.#epoch += 1;
  }

  #closeMark(end: number): void {
    const closed = this.#open.pop();
    const sequence = closed === undefined ? undefined : this.sequences[closed];
    if (sequence !== undefined) sequence.close = end;
    if (closed !== undefined && closed !== -1) this.#covered -= 1;
    this.#epoch += 1;
  }

  #startPath(start: number): void {
    if (this.#pathStart === -1) this.#pathStart = start;
  }

  /** Chromium clips the body of a page to its content box: of all that is clipped, the tallest. */
  #noteClip(): void {
    if (this.#rectangle === undefined) return;
    const [, y = 0, , height = 0] = this.#numbers(...this.#rectangle);
    const edges = [this.#heightOf(y), this.#heightOf(y + height)];
    const [bottom, top] = [Math.min(...edges), Math.max(...edges)];
    const [knownBottom, knownTop] = this.bodyBand ?? [0, 0];
    if (top - bottom > knownTop - knownBottom) this.bodyBand = [bottom, top];
  }

  #concatenate(numbers: readonly number[]): void {
    const { scale, shift } = this.#heights;
    this.#heights = {
      scale: scale * (numbers[3] ?? 1),
      shift: scale * (numbers[5] ?? 0) + shift,
    };
  }

  #heightOf(y: number): number {
    return this.#heights.scale * y + this.#heights.shift;
  }

  #addRun(start: number, end: number, y: number | undefined): void {
    this.runs.push({ start, end, y, epoch: this.#epoch });
  }

  #text(start: number, end: number): string {
    return this.#content.slice(start, end);
  }

  #numbers(start: number, end: number): number[] {
    return this.#text(start, end).trim().split(/\s+/).map(Number);
  }
}
