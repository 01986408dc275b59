/** The numbered objects of a file, and what its trailer names. */
import { type PdfDict, PdfRef, type PdfValue } from './values.ts';

/** Holds the objects of one file; the one place where what a reference leads to is changed. */
export class PdfObjects {
  /** As the header says: `1.7`. */
  version = '1.7';
  /** Root, Info, ID and Encrypt of the trailer. */
  readonly trailer: PdfDict;
  /** The largest number of an object so far. */
  largest = 0;
  /** References of generation 0 by their number, all others by number and generation. */
  readonly #refs = new Map<number | string, PdfRef>();
  /** What `entries` gave last, until something changes. */
  #entries: readonly (readonly [PdfRef, PdfValue])[] | undefined;

  constructor(trailer: PdfDict) {
    this.trailer = trailer;
  }

  /** The one reference to this object, whether there is one or not. */
  ref(number: number, generation = 0): PdfRef {
    const key = generation === 0 ? number : `${number} ${generation}`;
    const known = this.#refs.get(key);
    if (known !== undefined) return known;
    const ref = new PdfRef(number, generation);
    this.#refs.set(key, ref);
    return ref;
  }

  assign(ref: PdfRef, value: PdfValue): void {
    ref.target = value;
    this.#entries = undefined;
    if (ref.number > this.largest) this.largest = ref.number;
  }

  delete(ref: PdfRef): void {
    ref.target = undefined;
    this.#entries = undefined;
  }

  /** A reference of a number that is not in use. */
  next(): PdfRef {
    this.largest += 1;
    return this.ref(this.largest);
  }

  /** A new object → the reference to it. */
  register(value: PdfValue): PdfRef {
    const ref = this.next();
    this.assign(ref, value);
    return ref;
  }

  /** All objects in order of their numbers. */
  entries(): readonly (readonly [PdfRef, PdfValue])[] {
    if (this.#entries !== undefined) return this.#entries;
    const entries: (readonly [PdfRef, PdfValue])[] = [];
    for (const ref of this.#refs.values())
      if (ref.target !== undefined) entries.push([ref, ref.target]);
    entries.sort((one, other) => one[0].number - other[0].number);
    this.#entries = entries;
    return entries;
  }
}
