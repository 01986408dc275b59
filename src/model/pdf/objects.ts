/** The few things that whoever reads a PDF does with its objects; references are followed. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { nameOf } from './names.ts';

/** dictionary, key → what stands there, references followed. */
export function entry(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.lookup(nameOf(key));
}

/** dictionary, key → the dictionary there, or undefined. */
export function dictionaryAt(dictionary: PDFDict, key: string): PDFDict | undefined {
  const value = entry(dictionary, key);
  return value instanceof PDFDict ? value : undefined;
}

/** dictionary, key → the elements of the array there; a single value counts as one element. */
export function listAt(dictionary: PDFDict, key: string): readonly PDFObject[] {
  const value = entry(dictionary, key);
  if (value === undefined) return [];
  return value instanceof PDFArray ? value.asArray() : [dictionary.get(nameOf(key)) ?? value];
}

/** dictionary, key → the reference that stands there, unfollowed. */
export function referenceAt(dictionary: PDFDict, key: string): PDFRef | undefined {
  const value = dictionary.get(nameOf(key));
  return value instanceof PDFRef ? value : undefined;
}

/** dictionary, key → a name without its slash. */
export function nameAt(dictionary: PDFDict, key: string): string | undefined {
  const value = entry(dictionary, key);
  return value instanceof PDFName ? value.asString().slice(1) : undefined;
}

/** dictionary, key → a text string, decoded. */
export function textAt(dictionary: PDFDict, key: string): string | undefined {
  const value = entry(dictionary, key);
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return undefined;
}

/** dictionary, key → a number. */
export function numberAt(dictionary: PDFDict, key: string): number | undefined {
  const value = entry(dictionary, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** No stream of a brief comes near this; one that does is a trap. */
const MOST_UNPACKED_BYTES = 2 ** 28;

/** A stream, unpacked. Throws where its filter is broken or it unpacks to more than 256 MiB. */
export function unpack(stream: PDFRawStream): Buffer {
  const filter = entry(stream.dict, 'Filter');
  const packed = asBuffer(stream.contents);
  if (filter === undefined) return packed;
  // Node's own zlib is many times faster than the library's.
  if (filter === nameOf('FlateDecode') && entry(stream.dict, 'DecodeParms') === undefined)
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED_BYTES });
  return asBuffer(decodePDFRawStream(stream).decode());
}

/** bytes → the same bytes with the methods of a Buffer; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
