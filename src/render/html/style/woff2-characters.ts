/**
 * Reads which characters a WOFF2 font can draw. Nothing but the table of characters is looked at.
 * Sources: W3C WOFF File Format 2.0, sections 4 and 5; OpenType 1.9, "cmap".
 */
import { brotliDecompressSync } from 'node:zlib';

/** One stretch of code points that a font has glyphs for, both ends inclusive. */
type Segment = readonly [first: number, last: number];

/** WOFF2 bytes → a test whether the font has a glyph for a code point. Throws where it is no WOFF2. */
export function charactersOf(woff2: Uint8Array): (codePoint: number) => boolean {
  const segments = segmentsOf(characterTable(woff2));
  return (codePoint) => segments.some(([first, last]) => codePoint >= first && codePoint <= last);
}

const headerBytes = 48;
const signature = 0x774f4632;
/** Place of the tags in the list of known ones. */
const knownTags = { cmap: 0, glyf: 10, loca: 11, arbitrary: 63 } as const;

function characterTable(woff2: Uint8Array): DataView {
  const view = new DataView(woff2.buffer, woff2.byteOffset, woff2.byteLength);
  if (view.getUint32(0) !== signature) throw new Error('a font file is not WOFF2');
  const tableCount = view.getUint16(12);
  const compressedLength = view.getUint32(20);

  let at = headerBytes;
  const readBase128 = (): number => {
    let value = 0;
    for (let more = true; more; at += 1) {
      const byte = view.getUint8(at);
      value = value * 128 + (byte & 127);
      more = byte > 127;
    }
    return value;
  };

  let tableStart = 0;
  let found: { start: number; length: number } | undefined;
  for (let index = 0; index < tableCount; index += 1) {
    const flags = view.getUint8(at);
    at += 1;
    const tag = flags & 63;
    const version = flags >> 6;
    let isCharacterTable = tag === knownTags.cmap;
    if (tag === knownTags.arbitrary) {
      isCharacterTable = view.getUint32(at) === 0x636d6170;
      at += 4;
    }
    let length = readBase128();
    // Outlines are transformed unless they say otherwise, other tables only when they say so.
    const isOutline = tag === knownTags.glyf || tag === knownTags.loca;
    if (isOutline ? version !== 3 : version !== 0) length = readBase128();
    if (isCharacterTable) found = { start: tableStart, length };
    tableStart += length;
  }
  if (found === undefined) throw new Error('a font file has no table of characters');
  const data = brotliDecompressSync(woff2.subarray(at, at + compressedLength));
  return new DataView(data.buffer, data.byteOffset + found.start, found.length);
}

function segmentsOf(table: DataView): readonly Segment[] {
  const segments: Segment[] = [];
  const subtableCount = table.getUint16(2);
  for (let index = 0; index < subtableCount; index += 1) {
    const start = table.getUint32(4 + index * 8 + 4);
    const format = table.getUint16(start);
    if (format === 4) segments.push(...segmentsInBasicPlane(table, start));
    if (format === 12) segments.push(...segmentsInAllPlanes(table, start));
  }
  return segments;
}

/** Format 4: parallel arrays of last and first code points. */
function segmentsInBasicPlane(table: DataView, start: number): readonly Segment[] {
  const doubledCount = table.getUint16(start + 6);
  return Array.from({ length: doubledCount / 2 }, (_, index): Segment => {
    const last = table.getUint16(start + 14 + index * 2);
    const first = table.getUint16(start + 16 + doubledCount + index * 2);
    return [first, last];
  }).filter(([first]) => first !== 0xffff);
}

/** Format 12: groups of first code point, last code point and glyph. */
function segmentsInAllPlanes(table: DataView, start: number): readonly Segment[] {
  const groupCount = table.getUint32(start + 12);
  return Array.from({ length: groupCount }, (_, index): Segment => {
    const group = start + 16 + index * 12;
    return [table.getUint32(group), table.getUint32(group + 4)];
  });
}
