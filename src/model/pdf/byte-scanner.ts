/**
 * Walks the bytes of a PDF: spaces and comments, words that must stand somewhere, whole numbers.
 * Source: ISO 32000-1, 7.2 (lexical conventions).
 */

/** Reads on from `at`, which the caller may set. */
export class ByteScanner {
  at = 0;
  readonly bytes: Buffer;
  /** The same, one character a byte: what is cut out of it costs less than out of bytes. */
  readonly text: string;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.text = bytes.toString('latin1');
  }

  skipSpace(): void {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      const byte = bytes[at];
      if (byte === PERCENT) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else if (byte === undefined || kinds[byte] !== SPACE) break;
      else at += 1;
    }
    this.at = at;
  }

  isAt(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Goes on behind a word that must stand here. */
  expect(word: string): void {
    this.skipSpace();
    if (!this.text.startsWith(word, this.at)) throw this.fault(`${word} is missing`);
    this.at += word.length;
  }

  /** A whole number without sign. */
  integer(): number {
    this.skipSpace();
    const { bytes, at: start } = this;
    let at = start;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      value = value * 10 + byte - ZERO;
      at += 1;
    }
    if (at === start) throw this.fault('a number is missing');
    this.at = at;
    return value;
  }

  fault(problem: string): Error {
    return new Error(`${problem} at byte ${this.at}`);
  }
}

const PERCENT = 0x25;
const ZERO = 0x30;
const NINE = 0x39;

export const SPACE = 0;
export const DELIMITER = 1;
export const REGULAR = 2;

/** Byte → its kind. Source: ISO 32000-1, tables 1 and 2. */
export const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if ('\0\t\n\f\r '.includes(character)) return SPACE;
  return '()<>[]{}/%'.includes(character) ? DELIMITER : REGULAR;
});
