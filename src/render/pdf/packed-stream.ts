/** What the post-processing writes: packed streams. */
import { deflateSync } from 'node:zlib';
import { dictOf, type PdfLiteral, PdfStream } from '../../model/pdf/values.ts';

/** bytes, entries of its dictionary → a Flate stream, not yet registered. */
export function packedStream(
  bytes: Uint8Array,
  entries: Readonly<Record<string, PdfLiteral>> = {},
): PdfStream {
  const packed = deflateSync(bytes);
  return new PdfStream(
    dictOf({ ...entries, Filter: 'FlateDecode', Length: packed.length }),
    packed,
  );
}
