/**
 * Everything in a PDF that somebody could read, on the page or behind it: for the search for what
 * must not be there. Nothing is judged here, and nothing left out because no viewer would show it.
 */

import {
  asBuffer,
  dictionaryAt,
  nameAt,
  referenceAt,
  textAt,
  unpack,
} from '../model/pdf/objects.ts';
import { textOf } from '../model/pdf/text-string.ts';
import {
  PdfDict,
  PdfName,
  type PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../model/pdf/values.ts';
import { openPdf, type PdfView } from './pdf/open-pdf.ts';
import { spokenText } from './pdf/spoken-text.ts';
import { plainXml } from './pdf/xmp-values.ts';

/** One thing that can be read, and where. */
export interface ExtractedText {
  /** For a person: `page 2`, `bookmark`, `Figure Alt`, `attachment data.json`. */
  readonly where: string;
  readonly text: string;
}

/**
 * PDF → all its text: pages as painted and as spoken, bookmarks, Info, XMP, alternative texts,
 * descriptions and targets of links, attachments with their names, and every other string and name
 * that an object holds. Pictures are not read, but what cameras write into them is. Rejects where
 * the bytes are no PDF that can be opened.
 */
export async function extractPdf(bytes: Uint8Array): Promise<readonly ExtractedText[]> {
  const view = await openPdf(bytes);
  const seen = new Set<string>();
  return [...painted(view), ...spoken(view), ...behind(view)].filter(({ where, text }) => {
    const key = `${where}\n${text}`;
    if (seen.has(key) || !/\S/.test(text)) return false;
    seen.add(key);
    return true;
  });
}

function painted({ pages }: PdfView): ExtractedText[] {
  return pages.map(({ number, streams }) => ({
    where: `page ${number}`,
    text: streams.flatMap(({ runs }) => runs.map(({ text }) => text)).join('\n'),
  }));
}

/** Text that one sentence shares with the next page or with a link is whole only here. */
function spoken(view: PdfView): ExtractedText[] {
  const tags = view.tags?.roots ?? [];
  return tags.map((tag) => ({ where: 'tagged text', text: spokenText(view, tag) }));
}

/** Every string and name of every object, and the streams that are no painting. */
function behind({ pdf, xmp }: PdfView): ExtractedText[] {
  const found: ExtractedText[] = xmp === undefined ? [] : [{ where: 'XMP', text: plainXml(xmp) }];
  const objects = pdf.objects.entries();
  const files = attachedFiles(objects.map(([, object]) => object));
  const info = pdf.objects.trailer.get('Info');
  for (const [ref, object] of objects) {
    const where = ref === info ? 'Info' : placeOf(ref, object);
    collect(object, where, found);
    if (!(object instanceof PdfStream)) continue;
    const file = files.get(ref);
    const text = file === undefined ? metadataText(object) : unpack(object).toString('utf8');
    if (text !== '') found.push({ where: file === undefined ? where : `attachment ${file}`, text });
  }
  return found;
}

function attachedFiles(objects: readonly PdfValue[]): ReadonlyMap<PdfRef, string> {
  const files = new Map<PdfRef, string>();
  for (const object of objects) {
    if (!(object instanceof PdfDict)) continue;
    const embedded = dictionaryAt(object, 'EF');
    if (embedded === undefined) continue;
    const name = textAt(object, 'UF') ?? textAt(object, 'F') ?? 'without a name';
    for (const key of ['F', 'UF']) {
      const ref = referenceAt(embedded, key);
      if (ref !== undefined) files.set(ref, name);
    }
  }
  return files;
}

/** What stands in a stream besides painting: XMP anywhere, and what a JPEG says of itself. */
function metadataText(stream: PdfStream): string {
  if (nameAt(stream.dict, 'Type') === 'Metadata') return unpack(stream).toString('utf8');
  const filter = nameAt(stream.dict, 'Filter');
  if (filter === 'DCTDecode' || filter === 'JPXDecode')
    return asBuffer(stream.contents).toString('utf8');
  return '';
}

function placeOf(ref: PdfRef, object: PdfValue): string {
  if (!(object instanceof PdfDict)) return `object ${ref.number}`;
  const type = nameAt(object, 'Type');
  if (type === 'StructElem') return nameAt(object, 'S') ?? 'tag';
  if (type === 'Filespec') return 'attachment';
  if (nameAt(object, 'Subtype') === 'Link') return 'link';
  if (object.has('Title') && object.has('Parent')) return 'bookmark';
  return type ?? `object ${ref.number}`;
}

/** Strings and names inside an object; keys tell where, and are themselves read only as values. */
function collect(value: PdfValue, where: string, found: ExtractedText[]): void {
  if (value instanceof PdfString) found.push({ where, text: textOf(value) });
  else if (value instanceof PdfName) found.push({ where, text: value.text });
  else if (Array.isArray(value)) for (const item of value) collect(item, where, found);
  else if (value instanceof PdfStream) collect(value.dict, where, found);
  else if (value instanceof PdfDict)
    for (const [key, item] of value.map)
      if (!sayingNothing.has(key)) collect(item, `${where} ${key}`, found);
}

/** Keys whose values are words of PDF itself. */
const sayingNothing: ReadonlySet<string> = new Set(
  'Type Subtype S O Filter Encoding BM Tabs ProcSet CIDSystemInfo Direction'.split(' '),
);
