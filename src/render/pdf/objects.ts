/** What the post-processing writes: text strings and packed streams. */
import { deflateSync } from 'node:zlib';
import {
  type PDFContext,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Text → a PDF text string: ASCII as it is, everything else as UTF-16 (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PDFString | PDFHexString {
  if (!/^[\x20-\x7e]*$/.test(text)) return PDFHexString.fromText(text);
  return PDFString.of(text.replace(/[\\()]/g, '\\$&'));
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
