/** Which characters a font can draw, and with which of its glyphs. Source: OpenType 1.9, "cmap". */
import { fontTable } from './font-tables.ts';
import { remember } from './remember.ts';

/** One stretch of code points that a font has glyphs for, both ends inclusive. */
interface Segment {
  readonly first: number;
  readonly last: number;
  /** code point inside the stretch → glyph; 0 where there is none. */
  readonly glyphOf: (codePoint: number) => number;
}

/** Font bytes → a test whether the font has a glyph for a code point. Throws where it is no font. */
export const charactersOf = remember((font: Uint8Array): ((codePoint: number) => boolean) => {
  const segments = segmentsOf(fontTable(font, 'cmap').data);
  return (codePoint) => segments.some(({ first, last }) => codePoint >= first && codePoint <= last);
});

/** Font bytes → the glyph for a code point; 0, the box, where the font has none. Throws likewise. */
export function glyphsOf(font: Uint8Array): (codePoint: number) => number {
  const segments = segmentsOf(fontTable(font, 'cmap').data);
  return (codePoint) =>
    segments
      .find(({ first, last }) => codePoint >= first && codePoint <= last)
      ?.glyphOf(codePoint) ?? 0;
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

/** Format 4: parallel arrays of last and first code points, differences and places of glyphs. */
function segmentsInBasicPlane(table: DataView, start: number): readonly Segment[] {
  const doubledCount = table.getUint16(start + 6);
  return Array.from({ length: doubledCount / 2 }, (_, index): Segment => {
    const last = table.getUint16(start + 14 + index * 2);
    const first = table.getUint16(start + 16 + doubledCount + index * 2);
    const delta = table.getUint16(start + 16 + 2 * doubledCount + index * 2);
    const rangeAt = start + 16 + 3 * doubledCount + index * 2;
    const glyphOf = (codePoint: number): number => {
      const range = table.getUint16(rangeAt);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = table.getUint16(rangeAt + range + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    };
    return { first, last, glyphOf };
  }).filter(({ first }) => first !== 0xffff);
}

/** Format 12: groups of first code point, last code point and glyph. */
function segmentsInAllPlanes(table: DataView, start: number): readonly Segment[] {
  const groupCount = table.getUint32(start + 12);
  return Array.from({ length: groupCount }, (_, index): Segment => {
    const group = start + 16 + index * 12;
    const [first, last] = [table.getUint32(group), table.getUint32(group + 4)];
    return { first, last, glyphOf: (codePoint) => table.getUint32(group + 8) + codePoint - first };
  });
}
