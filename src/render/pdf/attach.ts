/**
 * Puts files into a PDF as associated files of the whole document.
 * Source: ISO 19005-3, 6.8 and annex E; ISO 32000-1, 7.11.4; ISO 14289-1, 7.11.
 */

import type { PdfFile } from '../../model/pdf/open-file.ts';
import { dateString, textString } from '../../model/pdf/text-string.ts';
import { dictOf, type PdfRef } from '../../model/pdf/values.ts';
import { packedStream } from './packed-stream.ts';

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
  const { objects, catalog } = pdf;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const refs = sorted.map((attachment): readonly [string, PdfRef] => {
    const file = packedStream(attachment.bytes, {
      Type: 'EmbeddedFile',
      Subtype: attachment.mediaType,
      Params: dictOf({
        Size: attachment.bytes.length,
        ModDate: dateString(timestampMs),
      }),
    });
    const specification = dictOf({
      Type: 'Filespec',
      F: textString(attachment.name),
      UF: textString(attachment.name),
      Desc: textString(attachment.description),
      AFRelationship: attachment.relationship,
      EF: { F: objects.register(file) },
    });
    return [attachment.name, objects.register(specification)];
  });
  catalog.set(
    'AF',
    refs.map(([, ref]) => ref),
  );
  const names = refs.flatMap(([name, ref]) => [textString(name), ref]);
  catalog.set('Names', dictOf({ EmbeddedFiles: { Names: names } }));
}
