/**
 * The finished zip, made anew so that two builds of one brief are the same bytes: the library gives
 * relations random names, counts drawings and bookmarks on from document to document, and stamps the
 * entries with the hour.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { compareCodePoints } from '../../model/order.ts';

/** The earliest moment that a zip can name, which it does without a time zone. */
const entryDate = new Date(1980, 0, 1);

/** Path → what becomes of the part that the library wrote there. */
export type Edits = ReadonlyMap<string, (xml: string) => string>;

/** zip of the library, edits of its parts → zip in a fixed order, with fixed names and dates. */
export function pack(zip: Uint8Array, edits: Edits): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(zip)));
  for (const [path, edit] of edits) {
    parts.set(path, strToU8(edit(strFromU8(parts.get(path) ?? new Uint8Array()))));
  }
  nameRelations(parts);
  for (const [path, bytes] of parts) {
    if (path.endsWith('.xml')) parts.set(path, strToU8(countAnew(strFromU8(bytes))));
  }
  const paths = [...parts.keys()].sort(inOrder);
  const files = paths.map((path) => [path, parts.get(path) ?? new Uint8Array()] as const);
  return zipSync(Object.fromEntries(files) as Zippable, { mtime: entryDate, level: 9 });
}

/** Readers look at the list of types before anything else. */
function inOrder(a: string, b: string): number {
  const rank = (path: string) =>
    path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
  return rank(a) - rank(b) || compareCodePoints(a, b);
}

/** Gives the relations of every part names by their order: `rId1`, `rId2`… */
function nameRelations(parts: Map<string, Uint8Array>): void {
  for (const [path, bytes] of parts) {
    const source = /^(.*)_rels\/([^/]+)\.rels$/.exec(path);
    if (source === null) continue;
    const names = new Map<string, string>();
    const text = strFromU8(bytes).replace(/(\sId=")([^"]+)(")/g, (_, before, id, after) => {
      const name = `rId${names.size + 1}`;
      names.set(id, name);
      return `${before}${name}${after}`;
    });
    parts.set(path, strToU8(text));
    const target = `${source[1]}${source[2]}`;
    const part = parts.get(target);
    if (part === undefined) continue;
    const named = strFromU8(part).replace(
      /(\sr:(?:id|embed|link)=")([^"]+)(")/g,
      (_, before, id, after) => `${before}${names.get(id) ?? id}${after}`,
    );
    parts.set(target, strToU8(named));
  }
}

/** Counts bookmarks and drawings of a part from 1, in order. */
function countAnew(xml: string): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return xml
    .replace(/<w:bookmark(Start|End)\b[^>]*?\sw:id="([^"]*)"/g, (tag, _kind, id: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1;
      bookmarks.set(id, number);
      return tag.replace(/(\sw:id=")[^"]*"$/, `$1${number}"`);
    })
    .replace(/<wp:docPr\b[^>]*>/g, (tag) => {
      drawings += 1;
      return tag.replace(/\sid="[^"]*"/, ` id="${drawings}"`);
    });
}
