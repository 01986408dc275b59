/**
 * The marks that are open at a place in a content stream, and which of them its text goes to.
 * Source: ISO 32000-1, 14.6 (marked content), 14.8.2.3.3 (reverse order), 14.9.4 (replacement text).
 */
import { type ContentRun, OpenRun } from './content-run.ts';
import { firstText } from './string-operands.ts';
import type { TextPlace } from './text-place.ts';

/** What the marks of a stream need to know of its surroundings. */
export interface MarkSurroundings {
  /** True where the text of a marked-content sequence is read from right to left. */
  isRightToLeft(mcid: number | undefined): boolean;
  /** A property list of the resources, as the text of its dictionary. */
  properties(name: string): string | undefined;
}

/** An open mark: a run of its own, or something inside a run. */
type Frame =
  | { readonly kind: 'run' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'actual'; readonly text: string; glyphs: string }
  | { readonly kind: 'reversed'; readonly pieces: string[] };

/** Takes marks and text in the order of the stream. */
export class OpenMarks {
  readonly #around: MarkSurroundings;
  readonly #place: TextPlace;
  readonly #done: ContentRun[] = [];
  readonly #open: OpenRun[];
  readonly #frames: Frame[] = [];

  constructor(around: MarkSurroundings, place: TextPlace) {
    this.#around = around;
    this.#place = place;
    this.#open = [new OpenRun('none', undefined, undefined, around.isRightToLeft(undefined))];
  }

  /** The innermost run. */
  get run(): OpenRun {
    const run = this.#open.at(-1);
    if (run === undefined) throw new Error('a content stream is read after its end');
    return run;
  }

  /** True where text goes to the innermost run as it is painted. */
  get isDirect(): boolean {
    const frame = this.#frames.at(-1);
    return frame === undefined || frame.kind === 'run';
  }

  /** What the text that is painted here stands for, where the file says so right here. */
  get meant(): string | undefined {
    const frame = this.#frames.at(-1);
    return frame?.kind === 'actual' ? frame.text : undefined;
  }

  /** Closes what is still open; returns the runs in the order they ended. */
  finish(): readonly ContentRun[] {
    while (this.#open.length > 0) this.#closeRun();
    return this.#done.filter((run) => run.paints || run.mark !== 'none');
  }

  /** Operands of BMC or BDC, as text. */
  open(operands: string): void {
    const [, tag = '', named] = operands.match(nameAndList) ?? [];
    const list = named === undefined ? operands : (this.#around.properties(named) ?? '');
    const mcid = list.match(/\/MCID\s+(\d+)/)?.[1];
    if (mcid !== undefined || tag === 'Artifact') {
      this.#openRun(tag, mcid === undefined ? undefined : Number(mcid));
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

  /** EMC; one too many changes nothing. */
  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'run') this.#closeRun();
    else if (frame.kind === 'actual') {
      const paintedNothing = frame.glyphs === '' && frame.text !== '';
      if (paintedNothing && this.#place.isMoved) this.startPiece();
      this.add(frame.text);
    } else if (frame.kind === 'reversed') this.add(frame.pieces.reverse().join(''));
  }

  /** Text that follows stands at a new place. */
  startPiece(): void {
    const isReversed = this.#frames.some((frame) => frame.kind === 'reversed');
    this.run.startPiece(this.#place.start(isReversed));
  }

  /** Text as it is painted. */
  add(text: string): void {
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
    this.run.add(text);
  }

  #openRun(tag: string, mcid: number | undefined): void {
    const outer = this.run;
    const within = outer.mark === 'none' ? outer.within : outer.mark;
    const mark = tag === 'Artifact' ? 'artifact' : 'tag';
    this.#open.push(new OpenRun(mark, mcid, within, this.#around.isRightToLeft(mcid)));
    this.#frames.push({ kind: 'run' });
  }

  #closeRun(): void {
    const run = this.#open.pop();
    if (run === undefined) return;
    run.endLine();
    this.#done.push(run);
  }
}

/** `/Tag`, and the `/Name` of a property list where one follows. */
const nameAndList = /^\/([^\s<>[\](){}/%]+)(?:\s*\/([^\s<>[\](){}/%]+))?/;
