/**
 * Reads a file by its plain cross-reference table. What is not of that kind, or not as the table says, is
 * given up at once.
 * Source: ISO 32000-1, 7.5.4 (cross-reference table), 7.5.5 (trailer), 7.3.8 (streams).
 */
import { ObjectParser } from './object-parser.ts';
import { isPlainlyPacked } from './objects.ts';
import { PdfObjects } from './pdf-objects.ts';
import { PdfDict, PdfRef, PdfStream, type PdfValue } from './values.ts';

/** Bytes → all objects; undefined where the file is not of the plain kind, or not as it says. */
export function readByTable(bytes: Buffer): PdfObjects | undefined {
  const version = bytes.toString('latin1', 0, 9).match(/^%PDF-(\d\.\d)/)?.[1];
  if (version === undefined) return undefined;
  const objects = new PdfObjects(new PdfDict());
  objects.version = version;
  try {
    const trailer = new TableReader(bytes, objects).read();
    for (const key of ['Root', 'Info', 'ID']) {
      const value = trailer.get(key);
      if (value !== undefined) objects.trailer.set(key, value);
    }
    const root = trailer.get('Root');
    return root instanceof PdfRef && root.target instanceof PdfDict ? objects : undefined;
  } catch {
    return undefined;
  }
}

class TableReader {
  readonly #parser: ObjectParser;
  readonly #objects: PdfObjects;
  readonly #offsets = new Map<number, number>();

  constructor(bytes: Buffer, objects: PdfObjects) {
    this.#parser = new ObjectParser(bytes, objects);
    this.#objects = objects;
  }

  /** Reads every object; returns the trailer. */
  read(): PdfDict {
    const parser = this.#parser;
    parser.at = parser.text.lastIndexOf('startxref');
    parser.expect('startxref');
    parser.at = parser.integer();
    this.#readTable();
    const trailer = parser.dictionary();
    for (const key of ['Prev', 'XRefStm', 'Encrypt'])
      if (trailer.has(key)) throw parser.fault(`a trailer with ${key}`);
    for (const [number, offset] of this.#offsets)
      this.#objects.assign(this.#objects.ref(number), this.#object(number, offset));
    return trailer;
  }

  #readTable(): void {
    const parser = this.#parser;
    parser.expect('xref');
    for (parser.skipSpace(); !parser.isAt('trailer'); parser.skipSpace()) {
      const first = parser.integer();
      const count = parser.integer();
      for (let index = 0; index < count; index += 1) {
        const offset = parser.integer();
        const generation = parser.integer();
        parser.skipSpace();
        const isUsed = parser.isAt('n');
        parser.expect(isUsed ? 'n' : 'f');
        if (isUsed && generation !== 0) throw parser.fault('an object that was changed');
        if (isUsed) this.#offsets.set(first + index, offset);
      }
    }
    parser.expect('trailer');
  }

  #object(number: number, offset: number): PdfValue {
    const parser = this.#parser;
    parser.at = offset;
    if (parser.integer() !== number) throw parser.fault(`object ${number} is missing`);
    parser.integer();
    parser.expect('obj');
    const value = parser.value();
    parser.skipSpace();
    const isStream = value instanceof PdfDict && parser.isAt('stream');
    const object = isStream ? this.#stream(value) : value;
    parser.expect('endobj');
    return object;
  }

  #stream(dictionary: PdfDict): PdfStream {
    const parser = this.#parser;
    parser.expect('stream');
    if (parser.bytes[parser.at] === 13) parser.at += 1;
    const start = parser.at + 1;
    const end = start + this.#lengthOf(dictionary);
    parser.at = end;
    parser.expect('endstream');
    if (!isPlainlyPacked(dictionary)) throw parser.fault('a filter of another kind');
    return new PdfStream(dictionary, parser.bytes.subarray(start, end));
  }

  /** The length may stand in an object of its own, which need not have been read yet. */
  #lengthOf(dictionary: PdfDict): number {
    const length = dictionary.get('Length');
    if (typeof length === 'number') return length;
    const offset = length instanceof PdfRef ? this.#offsets.get(length.number) : undefined;
    if (!(length instanceof PdfRef) || offset === undefined) throw this.#parser.fault('no Length');
    const number = this.#object(length.number, offset);
    if (typeof number !== 'number') throw this.#parser.fault('a Length that is no number');
    return number;
  }
}
