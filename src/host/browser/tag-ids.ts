/**
 * Chromium numbers the tags of a PDF (`/ID (node00000044)`) by a count that runs through the life of
 * a tab and depends on timing, so the same page printed twice differs. Here they are numbered anew.
 */

// Nothing else in a PDF is such a string: parentheses in a text are escaped, streams are compressed.
const tagId = /\(node(\d{8})\)/g;

/**
 * PDF as Chromium 147–156 made it → the same PDF with its tags numbered 1, 2, 3 … in their order. The
 * numbers keep their width, so that no offset in the file moves, and their order, so that the
 * lookup tree stays sorted.
 */
export function renumberTagIds(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const used = new Set(Array.from(text.matchAll(tagId), ([, digits]) => digits ?? ''));
  const renumbered = new Map(
    [...used].sort().map((digits, index) => [digits, String(index + 1).padStart(8, '0')]),
  );
  return Buffer.from(
    text.replace(tagId, (_, digits: string) => `(node${renumbered.get(digits)})`),
    'latin1',
  );
}
