/** The few things that every part of the post-processing does with PDF objects. */
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
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

/** Text → a PDF text string: ASCII as it is, everything else as UTF-16 (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PDFString | PDFHexString {
  if (!/^[\x20-\x7e]*$/.test(text)) return PDFHexString.fromText(text);
  return PDFString.of(text.replace(/[\\()]/g, '\\$&'));
}

/** A stream of Chromium's, unpacked. It writes Flate or nothing. */
export function unpack(stream: PDFRawStream): Buffer {
  const contents = Buffer.from(
    stream.contents.buffer,
    stream.contents.byteOffset,
    stream.contents.byteLength,
  );
  return nameAt(stream.dict, 'Filter') === 'FlateDecode' ? inflateSync(contents) : contents;
}

/** bytes, entries of its dictionary → a Flate stream, not yet registered. */
export function packedStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, PDFObject>> = {},
): PDFRawStream {
  const packed = deflateSync(bytes);
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length });
  return PDFRawStream.of(dictionary, packed);
}
