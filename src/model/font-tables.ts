/**
 * The tables of a font file, taken out of it one by one. Nothing in them is interpreted here.
 * Sources: W3C WOFF File Format 2.0, sections 4 and 5; OpenType 1.9, "Organization of an OpenType Font".
 */
import { brotliDecompressSync } from 'node:zlib';

/** How a font file is written, as the `format()` of a style sheet calls it. */
export type FontFormat = 'woff2' | 'truetype' | 'opentype';

/** Tables that are asked for, with their places in the list of tags that WOFF2 knows. */
const knownTags = { cmap: 0, head: 1, hhea: 2, hmtx: 3, glyf: 10, loca: 11, other: 63 } as const;

/** A table; `isTransformed` where WOFF2 has written it in a way of its own. */
export interface FontTable {
  readonly data: DataView;
  readonly isTransformed: boolean;
}

/** bytes → how the font is written, by its first four; undefined for anything else. */
export function fontFormatOf(bytes: Uint8Array): FontFormat | undefined {
  return bytes.byteLength < headerBytes ? undefined : formats.get(viewOf(bytes).getUint32(0));
}

/** Font bytes, tag → the table. Throws where the bytes are no font or have no such table. */
export function fontTable(font: Uint8Array, tag: 'cmap' | 'head' | 'hhea' | 'hmtx'): FontTable {
  const found = fontFormatOf(font) === 'woff2' ? fromWoff2(font, tag) : fromPlain(font, tag);
  if (found === undefined) throw new Error(`a font file has no table "${tag}"`);
  return found;
}

const headerBytes = 48;
/** `wOF2`, version 1.0 of TrueType, Apple's `true`, and `OTTO`. */
const formats: ReadonlyMap<number, FontFormat> = new Map([
  [0x774f4632, 'woff2'],
  [0x00010000, 'truetype'],
  [0x74727565, 'truetype'],
  [0x4f54544f, 'opentype'],
]);

function fromWoff2(font: Uint8Array, tag: keyof typeof knownTags): FontTable | undefined {
  const view = viewOf(font);
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
  let found: { start: number; length: number; isTransformed: boolean } | undefined;
  for (let index = 0; index < tableCount; index += 1) {
    const flags = view.getUint8(at);
    at += 1;
    const known = flags & 63;
    const version = flags >> 6;
    let isWanted = known === knownTags[tag];
    if (known === knownTags.other) {
      isWanted = view.getUint32(at) === tagNumber(tag);
      at += 4;
    }
    let length = readBase128();
    // Outlines are transformed unless they say otherwise, other tables only when they say so.
    const isOutline = known === knownTags.glyf || known === knownTags.loca;
    const isTransformed = isOutline ? version !== 3 : version !== 0;
    if (isTransformed) length = readBase128();
    if (isWanted) found = { start: tableStart, length, isTransformed };
    tableStart += length;
  }
  if (found === undefined) return undefined;
  const data = brotliDecompressSync(font.subarray(at, at + compressedLength));
  const { start, length, isTransformed } = found;
  return { data: new DataView(data.buffer, data.byteOffset + start, length), isTransformed };
}

/** A font that is not compressed lists its tables at its head: tag, checksum, place and length. */
function fromPlain(font: Uint8Array, tag: string): FontTable | undefined {
  const view = viewOf(font);
  const tableCount = fontFormatOf(font) === undefined ? 0 : view.getUint16(4);
  for (let index = 0; index < tableCount; index += 1) {
    const record = 12 + index * 16;
    if (view.getUint32(record) !== tagNumber(tag)) continue;
    const place = font.byteOffset + view.getUint32(record + 8);
    const data = new DataView(font.buffer, place, view.getUint32(record + 12));
    return { data, isTransformed: false };
  }
  return undefined;
}

function tagNumber(tag: string): number {
  return viewOf(new TextEncoder().encode(tag)).getUint32(0);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
