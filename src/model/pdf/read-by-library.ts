/**
 * Reads a file with pdf-lib, which knows object streams, changed files, encryption and old filters, and
 * searches a broken file for its objects; then takes over what it found.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { asBuffer, isPlainlyPacked } from './objects.ts';
import { PdfObjects } from './pdf-objects.ts';
import { PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from './values.ts';

/** Bytes → all objects. Rejects where they are no PDF, or one that opens with a password only. */
export async function readByLibrary(bytes: Uint8Array): Promise<PdfObjects> {
  const { context } = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
    // Files that are encrypted against changes only open with an empty one, as in any viewer.
    password: '',
  });
  const trailer = new PdfDict();
  const objects = new PdfObjects(trailer);
  objects.version = context.header.getVersionString();
  for (const [ref, object] of context.enumerateIndirectObjects())
    objects.assign(objects.ref(ref.objectNumber, ref.generationNumber), taken(object, objects));
  const { Root, Info, ID, Encrypt } = context.trailerInfo;
  for (const [key, value] of Object.entries({ Root, Info, ID, Encrypt }))
    if (value !== undefined) trailer.set(key, taken(value, objects));
  return objects;
}

function taken(object: PDFObject, objects: PdfObjects): PdfValue {
  if (object instanceof PDFName) return new PdfName(object.decodeText());
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFString) return new PdfString(object.asString());
  if (object instanceof PDFHexString) return new PdfString(object.asString(), true);
  if (object instanceof PDFRef) return objects.ref(object.objectNumber, object.generationNumber);
  if (object instanceof PDFArray) return object.asArray().map((item) => taken(item, objects));
  if (object instanceof PDFDict) return takenDict(object, objects);
  if (object instanceof PDFBool) return object.asBoolean();
  if (object instanceof PDFRawStream) return takenStream(object, objects);
  return null;
}

function takenDict(dict: PDFDict, objects: PdfObjects): PdfDict {
  const entries = dict.entries().map(([key, value]): [string, PdfValue] => {
    return [key.decodeText(), taken(value, objects)];
  });
  return new PdfDict(new Map(entries));
}

function takenStream(stream: PDFRawStream, objects: PdfObjects): PdfStream {
  const dict = takenDict(stream.dict, objects);
  const isPlain = stream.transform === undefined && isPlainlyPacked(dict);
  const decode = isPlain ? undefined : () => decodePDFRawStream(stream).decode();
  return new PdfStream(dict, asBuffer(stream.contents), decode);
}
