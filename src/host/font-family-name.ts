/**
 * The family that a font file itself names, which is not always what its package calls it: files of
 * Source Sans 3 name "Source Sans 3 ExtraLight".
 */

/** Names of the family: the typographic one first. Source: OpenType 1.9.1, `name`, name IDs. */
const familyIds = [16, 1] as const;

/** Records in UTF-16, big-endian. Source: OpenType 1.9.1, `name`, platform IDs 0 (Unicode) and 3 (Windows). */
const unicodePlatforms = new Set([0, 3]);

/** TrueType or OpenType → its family, as a renderer reads it; undefined where it names none. */
export function familyNameIn(font: Uint8Array): string | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableAt(view, 'name');
  if (table === undefined) return undefined;
  const count = view.getUint16(table + 2);
  const strings = table + view.getUint16(table + 4);
  const records = Array.from({ length: count }, (_, index) => {
    const at = table + 6 + index * 12;
    const [start, length] = [strings + view.getUint16(at + 10), view.getUint16(at + 8)];
    const bytes = font.subarray(start, start + length);
    return { platform: view.getUint16(at), id: view.getUint16(at + 6), bytes };
  });
  const readable = records.filter(({ platform }) => unicodePlatforms.has(platform));
  const found = familyIds.flatMap((id) => readable.find((record) => record.id === id) ?? []);
  return found[0] && new TextDecoder('utf-16be').decode(found[0].bytes);
}

/** Where a table begins. Source: OpenType 1.9.1, "Table Directory". */
function tableAt(view: DataView, wanted: string): number | undefined {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  return undefined;
}
