/**
 * Puts files into a PDF as associated files of the whole document.
 * Source: ISO 19005-3, 6.8 and annex E; ISO 32000-1, 7.11.4; ISO 14289-1, 7.11.
 */

import { PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { packedStream, textString } from './objects.ts';

/** A file to go along with the document. */
export interface Attachment {
  /** Unique in the document: `lulls-are-not-defeat.json`. */
  readonly name: string;
  /** `application/json`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** For a reader, in the language of the document. */
  readonly description: string;
  /** How it relates to the document. Source: ISO 19005-3, annex E. */
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement';
}

/** Catalog and objects of the PDF are changed; the files come in order of their names. */
export function attach(
  pdf: PdfFile,
  attachments: readonly Attachment[],
  timestampMs: number,
): void {
  if (attachments.length === 0) return;
  const { context, catalog } = pdf;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const refs = sorted.map((attachment): readonly [string, PDFRef] => {
    const file = packedStream(context, attachment.bytes, {
      Type: PDFName.of('EmbeddedFile'),
      Subtype: PDFName.of(attachment.mediaType),
      Params: context.obj({
        Size: attachment.bytes.length,
        ModDate: PDFString.fromDate(new Date(timestampMs)),
      }),
    });
    const specification = context.obj({
      Type: 'Filespec',
      F: textString(attachment.name),
      UF: textString(attachment.name),
      Desc: textString(attachment.description),
      AFRelationship: attachment.relationship,
      EF: { F: context.register(file) },
    });
    return [attachment.name, context.register(specification)];
  });
  catalog.set(PDFName.of('AF'), context.obj(refs.map(([, ref]) => ref)));
  const names = context.obj(refs.flatMap(([name, ref]) => [textString(name), ref]));
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
}
