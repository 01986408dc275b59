/**
 * Chromium gives the tags of a PDF that others refer to (header cells) a number from a count that runs
 * through the life of a tab, in an order that depends on timing: `/ID (node00000044)`. So the same
 * page printed twice differs. Here they are numbered anew, in the order in which they stand.
 */

// Nothing else in a PDF is such a string: parentheses in a text are escaped, streams are compressed.
const reference = /\(node(\d{8})\)/g;
const definition = /\/ID \(node(\d{8})\)/g;

// The look-up table from number to tag, as Skia writes it: one sorted leaf and its two limits.
const lookUp =
  /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\s\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/;
const lookUpEntry = /\(node\d{8}\) \d+ 0 R/g;

/**
 * PDF as Chromium 147–156 made it → the same PDF with its tags numbered 1, 2, 3 …, every reference
 * and the look-up table included. The numbers keep their width, so no offset in the file moves.
 */
export function renumberTagIds(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const defined = new Set(Array.from(text.matchAll(definition), ([, digits]) => digits));
  const numbers = new Map(
    [...defined].map((digits, index) => [digits, String(index + 1).padStart(8, '0')]),
  );
  const renumbered = text
    .replace(reference, (whole, digits: string) => {
      const number = numbers.get(digits);
      return number === undefined ? whole : `(node${number})`;
    })
    .replace(lookUp, (_, entries: string) => sortedLookUp(entries));
  return Buffer.from(renumbered, 'latin1');
}

function sortedLookUp(entries: string): string {
  // Numbers of one width sort as text does.
  const sorted = [...(entries.match(lookUpEntry) ?? [])].sort();
  const id = (entry: string | undefined) => (entry ?? '').slice(0, '(node00000000)'.length);
  return `/Limits [${id(sorted[0])} ${id(sorted.at(-1))}]\n/Names [${sorted.join(' ')}]`;
}
