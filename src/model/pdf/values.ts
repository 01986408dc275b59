/**
 * What a PDF is made of. Numbers, truth values, null and arrays are those of JavaScript; the other kinds
 * are classes. A reference knows what it leads to, so no table is asked on the way.
 * Source: ISO 32000-1, 7.3 (objects).
 */

export type PdfValue =
  | PdfDict
  | PdfStream
  | PdfRef
  | PdfName
  | PdfString
  | PdfValue[]
  | number
  | boolean
  | null;

/** `/FlateDecode`. */
export class PdfName {
  /** Without slash, escapes undone: one character a byte. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** `(text)` or `<FEFF0041>`, as it is written; `textOf` says what it means. */
export class PdfString {
  /** What stands between the parentheses or angle brackets: one character a byte. */
  readonly source: string;
  readonly isHex: boolean;

  constructor(source: string, isHex = false) {
    this.source = source;
    this.isHex = isHex;
  }
}

/** `12 0 R`. There is one for each object of a file, so that two of them can be compared. */
export class PdfRef {
  readonly number: number;
  readonly generation: number;
  /** The object; undefined where the file has none of this number. Set by `PdfObjects` alone. */
  target: PdfValue | undefined = undefined;

  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** `<< /Key value >>`. An entry that is null counts as none (7.3.7), but is written again. */
export class PdfDict {
  readonly map: Map<string, PdfValue>;

  constructor(map = new Map<string, PdfValue>()) {
    this.map = map;
  }

  /** key → what stands there, references unfollowed. */
  get(key: string): PdfValue | undefined {
    return this.map.get(key) ?? undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: PdfValue): void {
    this.map.set(key, value);
  }
}

/** A dictionary with bytes, packed as its filters say. */
export class PdfStream {
  readonly dict: PdfDict;
  contents: Buffer;
  /** Unpacks it, where it takes more than zlib. */
  readonly decode: (() => Uint8Array) | undefined;

  constructor(dict: PdfDict, contents: Buffer, decode?: () => Uint8Array) {
    this.dict = dict;
    this.contents = contents;
    this.decode = decode;
  }
}

/** What may stand for a value where one is made: a string is a name, an object a dictionary. */
export type PdfLiteral =
  | PdfValue
  | string
  | readonly PdfLiteral[]
  | { readonly [key: string]: PdfLiteral | undefined };

/** literal → the value; entries that are undefined are left out. */
export function made(literal: PdfLiteral): PdfValue {
  if (typeof literal === 'string') return new PdfName(literal);
  if (typeof literal !== 'object' || literal === null) return literal;
  if (isValue(literal)) return literal;
  if (isList(literal)) return literal.map(made);
  return dictOf(literal);
}

/** literal → the dictionary; entries that are undefined are left out. */
export function dictOf(literal: { readonly [key: string]: PdfLiteral | undefined }): PdfDict {
  const dict = new PdfDict();
  for (const [key, value] of Object.entries(literal))
    if (value !== undefined) dict.set(key, made(value));
  return dict;
}

function isValue(literal: object): literal is PdfDict | PdfStream | PdfRef | PdfName | PdfString {
  return [PdfDict, PdfStream, PdfRef, PdfName, PdfString].some((kind) => literal instanceof kind);
}

/** `Array.isArray` does not know of lists that may not be changed. */
function isList(literal: object): literal is readonly PdfLiteral[] {
  return Array.isArray(literal);
}
