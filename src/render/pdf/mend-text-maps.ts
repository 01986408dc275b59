/**
 * Gives glyphs without a text of their own one that may stand in a file. Where a script draws one letter
 * with several glyphs, Chromium writes the letter beside them (ActualText) and maps the glyphs to
 * U+0000, which neither PDF/UA nor PDF/A lets stand.
 */

import { follow, nameAt, referenceAt, unpack } from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { PdfDict, PdfStream } from '../../model/pdf/values.ts';
import { packedStream } from './packed-stream.ts';

/** A space of no width: it adds nothing where a reader passes over the ActualText. */
const nothing = '<200B>';

/**
 * PDF, in place: U+0000 in the ToUnicode maps of its fonts becomes U+200B.
 * Source: ISO 14289-1, 7.21.7, and ISO 19005-3, 6.2.11.7.2: values are greater than zero.
 */
export function mendTextMaps(pdf: PdfFile): void {
  for (const [, object] of pdf.objects.entries()) {
    if (!(object instanceof PdfDict) || nameAt(object, 'Type') !== 'Font') continue;
    const reference = referenceAt(object, 'ToUnicode');
    const stream = reference && follow(reference);
    if (reference === undefined || !(stream instanceof PdfStream)) continue;
    const map = unpack(stream).toString('latin1');
    if (!map.includes('> <0000>')) continue;
    const mended = map.replace(/^(<[0-9A-F]{4}> )<0000>$/gim, `$1${nothing}`);
    if (mended === map) continue;
    pdf.objects.assign(reference, packedStream(Buffer.from(mended, 'latin1')));
  }
}
