/** The few things that whoever reads a PDF does with its objects; references are followed. */
import { inflateSync } from 'node:zlib';
import { textOf } from './text-string.ts';
import { PdfDict, PdfName, PdfRef, type PdfStream, PdfString, type PdfValue } from './values.ts';

/** value → the same, or what the reference leads to; undefined where it leads to nothing. */
export function follow(value: PdfValue | undefined): PdfValue | undefined {
  return value instanceof PdfRef ? value.target : value;
}

/** dictionary, key → what stands there, references followed; null counts as nothing. */
export function entry(dictionary: PdfDict, key: string): PdfValue | undefined {
  const value = dictionary.get(key);
  return value instanceof PdfRef ? (value.target ?? undefined) : value;
}

/** dictionary, key → the dictionary there, or undefined. */
export function dictionaryAt(dictionary: PdfDict, key: string): PdfDict | undefined {
  const value = entry(dictionary, key);
  return value instanceof PdfDict ? value : undefined;
}

/** dictionary, key → the elements of the array there; a single value counts as one element. */
export function listAt(dictionary: PdfDict, key: string): readonly PdfValue[] {
  const value = entry(dictionary, key);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [dictionary.get(key) ?? value];
}

/** dictionary, key → the reference that stands there, unfollowed. */
export function referenceAt(dictionary: PdfDict, key: string): PdfRef | undefined {
  const value = dictionary.get(key);
  return value instanceof PdfRef ? value : undefined;
}

/** dictionary, key → a name without its slash. */
export function nameAt(dictionary: PdfDict, key: string): string | undefined {
  const value = entry(dictionary, key);
  return value instanceof PdfName ? value.text : undefined;
}

/** dictionary, key → a text string, decoded. */
export function textAt(dictionary: PdfDict, key: string): string | undefined {
  const value = entry(dictionary, key);
  return value instanceof PdfString ? textOf(value) : undefined;
}

/** dictionary, key → a number. */
export function numberAt(dictionary: PdfDict, key: string): number | undefined {
  const value = entry(dictionary, key);
  return typeof value === 'number' ? value : undefined;
}

/** Dictionary of a stream → true where it is not packed, or by zlib alone, or is a picture's own format. */
export function isPlainlyPacked(dictionary: PdfDict): boolean {
  const filter = dictionary.get('Filter');
  if (filter === undefined) return true;
  if (!(filter instanceof PdfName)) return false;
  if (filter.text === 'FlateDecode') return !dictionary.has('DecodeParms');
  return filter.text === 'DCTDecode' || filter.text === 'JPXDecode';
}

/** No stream of a brief comes near this; one that does is a trap. */
const MOST_UNPACKED_BYTES = 2 ** 28;

/** A stream, unpacked. Throws where its filter is broken or it unpacks to more than 256 MiB. */
export function unpack({ dict, contents, decode }: PdfStream): Buffer {
  if (decode !== undefined) return asBuffer(decode());
  const filter = nameAt(dict, 'Filter');
  if (filter === undefined) return contents;
  if (filter !== 'FlateDecode') throw new Error(`a stream packed by ${filter} is not unpacked`);
  // Text packs to a sixth: a stream comes out in one piece or two.
  const chunkSize = Math.min(Math.max(contents.length * 8, 1024), 2 ** 20);
  return inflateSync(contents, { maxOutputLength: MOST_UNPACKED_BYTES, chunkSize });
}

/** bytes → the same bytes with the methods of a Buffer; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
