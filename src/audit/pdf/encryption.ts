/** How a PDF that could be opened was encrypted; the library undoes it and forgets the trailer's entry. */

import { follow, nameAt } from '../../model/pdf/objects.ts';
import { PdfDict } from '../../model/pdf/values.ts';
import type { PdfView } from './open-pdf.ts';

/** PDF → its encryption dictionary, or undefined. Source: ISO 32000-1, tables 15, 20 and 21. */
export function encryptionOf({ bytes, pdf: { objects } }: PdfView): PdfDict | undefined {
  // The trailer, or the dictionary of the stream in its place, is never packed.
  if (!bytes.includes('/Encrypt')) return undefined;
  const named = follow(objects.trailer.get('Encrypt'));
  if (named instanceof PdfDict) return named;
  const all = objects.entries().map(([, object]) => object);
  return all.find(
    (object): object is PdfDict =>
      object instanceof PdfDict &&
      nameAt(object, 'Filter') === 'Standard' &&
      ['V', 'R', 'O', 'U', 'P'].every((key) => object.has(key)),
  );
}
