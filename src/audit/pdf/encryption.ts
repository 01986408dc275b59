/** How a PDF that could be opened was encrypted; the library undoes it and forgets the trailer's entry. */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { nameAt } from '../../model/pdf/objects.ts';
import type { PdfView } from './open-pdf.ts';

/** PDF → its encryption dictionary, or undefined. Source: ISO 32000-1, tables 15, 20 and 21. */
export function encryptionOf({ bytes, pdf: { context } }: PdfView): PDFDict | undefined {
  // The trailer, or the dictionary of the stream in its place, is never packed.
  if (!bytes.includes('/Encrypt')) return undefined;
  const named = context.lookup(context.trailerInfo.Encrypt);
  if (named instanceof PDFDict) return named;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  return objects.find(
    (object): object is PDFDict =>
      object instanceof PDFDict &&
      nameAt(object, 'Filter') === 'Standard' &&
      ['V', 'R', 'O', 'U', 'P'].every((key) => object.has(PDFName.of(key))),
  );
}
