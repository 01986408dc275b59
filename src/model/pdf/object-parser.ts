/**
 * Parses PDF objects out of the bytes of a file. Names are made once a file, references once an object.
 * Source: ISO 32000-1, 7.3 (objects).
 */
import { ByteScanner, kinds, REGULAR } from './byte-scanner.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { PdfDict, PdfName, PdfString, type PdfValue } from './values.ts';

/** Reads on from `at`, which the caller may set. Throws where the bytes are no PDF. */
export class ObjectParser extends ByteScanner {
  readonly #objects: PdfObjects;
  readonly #names = new Map<string, PdfName>();

  constructor(bytes: Buffer, objects: PdfObjects) {
    super(bytes);
    this.#objects = objects;
  }

  /** The object that starts here. */
  value(depth = 0): PdfValue {
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
        return true;
      case 0x66:
        this.expect('false');
        return false;
      case 0x6e:
        this.expect('null');
        return null;
      default:
        return this.#numberOrReference();
    }
  }

  dictionary(depth = 0): PdfDict {
    this.expect('<<');
    const map = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === GREATER) break;
      if (byte !== SLASH) throw this.fault('a key that is no name');
      const key = this.#name().text;
      map.set(key, this.value(depth + 1));
    }
    this.expect('>>');
    return new PdfDict(map);
  }

  #name(): PdfName {
    const { bytes, at: start } = this;
    let at = start + 1;
    while (kinds[bytes[at] ?? 0] === REGULAR) at += 1;
    this.at = at;
    const source = this.text.slice(start + 1, at);
    const known = this.#names.get(source);
    if (known !== undefined) return known;
    const name = new PdfName(nameText(source));
    this.#names.set(source, name);
    return name;
  }

  #numberOrReference(): PdfValue {
    const number = this.#number();
    const after = this.at;
    // `12 0 R`: the generation is nearly always 0.
    if (this.bytes[after] !== 0x20 || !this.#isDigit(after + 1)) return number;
    if (!Number.isInteger(number) || number < 0) return number;
    this.at = after + 1;
    const generation = this.#number();
    if (this.bytes[this.at] === 0x20 && this.bytes[this.at + 1] === 0x52) {
      this.at += 2;
      return this.#objects.ref(number, generation);
    }
    this.at = after;
    return number;
  }

  /** Nearly all of them are short whole numbers, for which no text need be cut out. */
  #number(): number {
    const { bytes, at: start } = this;
    let at = start;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      value = value * 10 + byte - ZERO;
      at += 1;
    }
    const isWhole = kinds[bytes[at] ?? 0] !== REGULAR;
    if (isWhole && at > start && at - start < 15) {
      this.at = at;
      return value;
    }
    while (kinds[bytes[at] ?? 0] === REGULAR) at += 1;
    this.at = at;
    const number = Number(this.text.slice(start, at));
    if (at === start || Number.isNaN(number)) throw this.fault('a number is malformed');
    return number;
  }

  #isDigit(at: number): boolean {
    const byte = this.bytes[at] ?? 0;
    return byte >= ZERO && byte <= NINE;
  }

  #literal(): PdfString {
    const { bytes, at: start } = this;
    let depth = 0;
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN_PAREN) depth += 1;
      else if (byte === CLOSE_PAREN) {
        depth -= 1;
        if (depth > 0) continue;
        this.at = at + 1;
        return new PdfString(this.text.slice(start + 1, at));
      }
    }
    throw this.fault('a string does not end');
  }

  #hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    if (end === -1) throw this.fault('a string does not end');
    const source = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return new PdfString(source, true);
  }

  #array(depth: number): PdfValue[] {
    this.at += 1;
    const array: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === CLOSE_BRACKET) break;
      array.push(this.value(depth + 1));
    }
    this.at += 1;
    return array;
  }
}

/** A name as it is written, without its slash → its text. Source: ISO 32000-1, 7.3.5. */
export function nameText(source: string): string {
  if (!source.includes('#')) return source;
  return source.replace(/#([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** No file of ours goes deeper than five. */
const DEEPEST = 100;

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
