/**
 * Says what the document is: in the Info dictionary, in XMP, in the catalog. All dates are that of
 * the document, so that the same brief gives the same bytes.
 * Source: ISO 32000-1, 14.3 (metadata), 12.2 (viewer preferences), 12.4.2 (page labels).
 */

import type { DocumentMeta } from '../../model/document.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { dateString, textString } from '../../model/pdf/text-string.ts';
import {
  dictOf,
  type PdfDict,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../../model/pdf/values.ts';
import { packedStream } from './packed-stream.ts';
import { srgbProfile } from './srgb-profile.ts';
import { producer, xmpPacket } from './xmp.ts';

/** Catalog, Info and version of the PDF are changed. */
export function writeMetadata(pdf: PdfFile, meta: DocumentMeta): void {
  const { objects, catalog } = pdf;
  const set = (key: string, value: PdfValue): void => {
    catalog.set(key, value);
  };
  objects.version = '1.7';
  const date = dateString(meta.timestampMs);
  const info = dictOf({
    Title: textString(meta.title),
    Creator: textString(producer),
    Producer: textString(producer),
    CreationDate: date,
    ModDate: date,
  });
  const optional = {
    Author: meta.authors.map(({ name }) => name).join(', '),
    Subject: meta.description,
    Keywords: meta.keywords.join(', '),
  };
  for (const [key, value] of Object.entries(optional))
    if (value !== '') info.set(key, textString(value));
  objects.trailer.set('Info', replace(pdf, objects.trailer.get('Info'), info));
  const xmp = Buffer.from(xmpPacket(meta), 'utf8');
  // Not packed, so that archives find it without reading PDF (ISO 32000-1, 14.3.2).
  const entries = dictOf({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length });
  set('Metadata', objects.register(new PdfStream(entries, xmp)));
  set('Lang', textString(meta.lang));
  set('MarkInfo', dictOf({ Marked: true }));
  set('ViewerPreferences', dictOf({ DisplayDocTitle: true, Direction: direction(meta) }));
  set('PageLabels', dictOf({ Nums: [0, { S: 'D' }] }));
  set('OutputIntents', [outputIntent(pdf)]);
}

function direction(meta: DocumentMeta): 'R2L' | 'L2R' {
  return meta.dir === 'rtl' ? 'R2L' : 'L2R';
}

/** Puts a new object where an old one stood, under the old one's number. */
function replace(pdf: PdfFile, old: PdfValue | undefined, value: PdfValue): PdfValue {
  if (!(old instanceof PdfRef)) return pdf.objects.register(value);
  pdf.objects.assign(old, value);
  return old;
}

/** Source: ISO 32000-1, 14.11.5; ISO 19005-3, 6.2.3. */
function outputIntent(pdf: PdfFile): PdfDict {
  const profile = pdf.objects.register(packedStream(sRgb, { N: 3 }));
  return dictOf({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new PdfString('sRGB'),
    RegistryName: new PdfString('http://www.color.org'),
    Info: new PdfString('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
}

/** The same in every file. */
const sRgb = srgbProfile();
