/**
 * Says what the document is: in the Info dictionary, in XMP, in the catalog. All dates are that of
 * the document, so that the same brief gives the same bytes.
 * Source: ISO 32000-1, 14.3 (metadata), 12.2 (viewer preferences), 12.4.2 (page labels).
 */

import {
  type PDFDict,
  PDFHeader,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { DocumentMeta } from '../../model/document.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { packedStream, textString } from './objects.ts';
import { srgbProfile } from './srgb-profile.ts';
import { producer, xmpPacket } from './xmp.ts';

/** Catalog, Info and version of the PDF are changed. */
export function writeMetadata(pdf: PdfFile, meta: DocumentMeta): void {
  const { context, catalog } = pdf;
  const set = (key: string, value: PDFObject): void => {
    catalog.set(PDFName.of(key), value);
  };
  context.header = PDFHeader.forVersion(1, 7);
  const date = PDFString.fromDate(new Date(meta.timestampMs));
  const info = context.obj({
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
    if (value !== '') info.set(PDFName.of(key), textString(value));
  context.trailerInfo.Info = replace(pdf, context.trailerInfo.Info, info);
  const xmp = Buffer.from(xmpPacket(meta), 'utf8');
  // Not packed, so that archives find it without reading PDF (ISO 32000-1, 14.3.2).
  const entries = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length });
  set('Metadata', context.register(PDFRawStream.of(entries, xmp)));
  set('Lang', textString(meta.lang));
  set('MarkInfo', context.obj({ Marked: true }));
  set('ViewerPreferences', context.obj({ DisplayDocTitle: true, Direction: direction(meta) }));
  set('PageLabels', context.obj({ Nums: [0, { S: 'D' }] }));
  set('OutputIntents', context.obj([outputIntent(pdf)]));
}

function direction(meta: DocumentMeta): 'R2L' | 'L2R' {
  return meta.dir === 'rtl' ? 'R2L' : 'L2R';
}

/** Puts a new object where an old one stood, under the old one's number. */
function replace(pdf: PdfFile, old: PDFObject | undefined, value: PDFObject): PDFObject {
  const ref = old === undefined ? undefined : pdf.context.getRef(old);
  if (ref === undefined) return pdf.context.register(value);
  pdf.context.assign(ref, value);
  return ref;
}

/** Source: ISO 32000-1, 14.11.5; ISO 19005-3, 6.2.3. */
function outputIntent(pdf: PdfFile): PDFDict {
  const { context } = pdf;
  const profile = context.register(packedStream(context, srgbProfile(), { N: context.obj(3) }));
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
}
