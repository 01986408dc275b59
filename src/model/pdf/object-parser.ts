/**
 * Parses PDF objects out of the bytes of a file, as pdf-lib's own classes. It does what the library's
 * parser does, at a fifth of its cost: names, references and small numbers are made once a file.
 * Source: ISO 32000-1, 7.2 (lexical conventions) and 7.3 (objects).
 */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** Reads on from `at`, which the caller may set. Throws where the bytes are no PDF. */
export class ObjectParser {
  at = 0;
  readonly bytes: Buffer;
  readonly #context: PDFContext;
  /** Names by the hash of their bytes. */
  readonly #names = new Map<number, KnownName>();
  readonly #refs: PDFRef[] = [];
  readonly #integers: PDFNumber[] = [];

  constructor(bytes: Buffer, context: PDFContext) {
    this.bytes = bytes;
    this.#context = context;
  }

  /** The object that starts here. */
  value(depth = 0): PDFObject {
    if (depth > DEEPEST) throw this.fault('objects nested too deep');
    this.skipSpace();
    switch (this.bytes[this.at]) {
      case SLASH:
        return this.#name();
      case OPEN_PAREN:
        return this.#literal();
      case LESS:
        return this.bytes[this.at + 1] === LESS ? this.dictionary(depth) : this.#hexadecimal();
      case OPEN_BRACKET:
        return this.#array(depth);
      case 0x74:
        this.expect('true');
        return PDFBool.True;
      case 0x66:
        this.expect('false');
        return PDFBool.False;
      case 0x6e:
        this.expect('null');
        return PDFNull;
      default:
        return this.#numberOrReference();
    }
  }

  dictionary(depth = 0): PDFDict {
    this.expect('<<');
    const map = new Map<PDFName, PDFObject>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === GREATER) break;
      if (this.bytes[this.at] !== SLASH) throw this.fault('a key that is no name');
      const key = this.#name();
      map.set(key, this.value(depth + 1));
    }
    this.expect('>>');
    return PDFDict.fromMapWithContext(map, this.#context);
  }

  /** A whole number without sign. */
  integer(): number {
    this.skipSpace();
    const start = this.at;
    let value = 0;
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte < ZERO || byte > NINE) break;
      value = value * 10 + byte - ZERO;
      this.at += 1;
    }
    if (this.at === start) throw this.fault('a number is missing');
    return value;
  }

  /** Goes on behind a word that must stand here. */
  expect(word: string): void {
    this.skipSpace();
    if (!this.isAt(word)) throw this.fault(`${word} is missing`);
    this.at += word.length;
  }

  isAt(word: string): boolean {
    for (let index = 0; index < word.length; index += 1)
      if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false;
    return true;
  }

  skipSpace(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte === PERCENT) {
        while (this.at < this.bytes.length && !isLineEnd(this.bytes[this.at])) this.at += 1;
      } else if (kinds[byte] !== SPACE) return;
      this.at += 1;
    }
  }

  fault(problem: string): Error {
    return new Error(`${problem} at byte ${this.at}`);
  }

  #name(): PDFName {
    const start = this.at + 1;
    let at = start;
    let hash = 0;
    for (let byte = this.bytes[at] ?? 0; kinds[byte] === REGULAR; byte = this.bytes[at] ?? 0) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      at += 1;
    }
    this.at = at;
    const known = this.#names.get(hash);
    if (known !== undefined && this.#reads(known.text, start, at)) return known.name;
    const text = this.bytes.toString('latin1', start, at);
    const name = PDFName.of(text);
    this.#names.set(hash, { text, name });
    return name;
  }

  #reads(text: string, start: number, end: number): boolean {
    if (text.length !== end - start) return false;
    for (let index = 0; index < text.length; index += 1)
      if (this.bytes[start + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  #numberOrReference(): PDFObject {
    const start = this.at;
    const number = this.#number();
    if (!Number.isInteger(number) || number < 0) return PDFNumber.of(number);
    const after = this.at;
    // `12 0 R`: the generation is nearly always 0.
    if (this.bytes[after] === 0x20 && this.#isDigit(after + 1)) {
      this.at = after + 1;
      const generation = this.#number();
      if (this.bytes[this.at] === 0x20 && this.bytes[this.at + 1] === 0x52) {
        this.at += 2;
        if (generation !== 0) return PDFRef.of(number, generation);
        const ref = this.#refs[number] ?? PDFRef.of(number, 0);
        this.#refs[number] = ref;
        return ref;
      }
      this.at = after;
    }
    if (number > MOST_KEPT || after - start > 5) return PDFNumber.of(number);
    const integer = this.#integers[number] ?? PDFNumber.of(number);
    this.#integers[number] = integer;
    return integer;
  }

  /** Nearly all of them are short whole numbers, for which no text need be cut out. */
  #number(): number {
    const start = this.at;
    let at = start;
    let value = 0;
    for (let byte = this.bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = this.bytes[at] ?? 0) {
      value = value * 10 + byte - ZERO;
      at += 1;
    }
    this.at = at;
    const isWhole = kinds[this.bytes[at] ?? 0] !== REGULAR;
    if (isWhole && at > start && at - start < 15) return value;
    while (kinds[this.bytes[this.at] ?? 0] === REGULAR) this.at += 1;
    const number = Number(this.bytes.toString('latin1', start, this.at));
    if (this.at === start || Number.isNaN(number)) throw this.fault('a number is malformed');
    return number;
  }

  #isDigit(at: number): boolean {
    const byte = this.bytes[at] ?? 0;
    return byte >= ZERO && byte <= NINE;
  }

  /** The library keeps a literal string as it is written, between its parentheses. */
  #literal(): PDFString {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === BACKSLASH) this.at += 1;
      else if (byte === OPEN_PAREN) depth += 1;
      else if (byte === CLOSE_PAREN) {
        depth -= 1;
        if (depth > 0) continue;
        this.at += 1;
        return PDFString.of(this.bytes.toString('latin1', start + 1, this.at - 1));
      }
    }
    throw this.fault('a string does not end');
  }

  #hexadecimal(): PDFHexString {
    const end = this.bytes.indexOf(GREATER, this.at);
    if (end === -1) throw this.fault('a string does not end');
    const text = this.bytes.toString('latin1', this.at + 1, end);
    this.at = end + 1;
    return PDFHexString.of(text);
  }

  #array(depth: number): PDFArray {
    this.at += 1;
    const array = PDFArray.withContext(this.#context);
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === CLOSE_BRACKET) break;
      array.push(this.value(depth + 1));
    }
    this.at += 1;
    return array;
  }
}

interface KnownName {
  readonly text: string;
  readonly name: PDFName;
}

/** No file of ours goes deeper than five. */
const DEEPEST = 100;
/** Integers up to this are made once: marked sequences, spans, flags. */
const MOST_KEPT = 4096;

const PERCENT = 0x25;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;

const SPACE = 0;
const DELIMITER = 1;
const REGULAR = 2;

/** Byte → its kind. Source: ISO 32000-1, tables 1 and 2. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if ('\0\t\n\f\r '.includes(character)) return SPACE;
  return '()<>[]{}/%'.includes(character) ? DELIMITER : REGULAR;
});

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}
