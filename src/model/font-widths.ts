/** How wide the glyphs of a font are. Kerning is not looked at. Source: OpenType 1.9, "hmtx". */
import { glyphsOf } from './font-characters.ts';
import { fontTable } from './font-tables.ts';

/** Font bytes → width of a code point's glyph in thousandths of the size. Throws where it is no font. */
export function advancesOf(font: Uint8Array): (codePoint: number) => number {
  const glyphOf = glyphsOf(font);
  const unitsPerEm = fontTable(font, 'head').data.getUint16(18);
  const metricCount = fontTable(font, 'hhea').data.getUint16(34);
  const { data, isTransformed } = fontTable(font, 'hmtx');
  // WOFF2 may leave out the bearings between the widths, behind one byte of flags (its section 5.4).
  const [start, step] = isTransformed ? [1, 2] : [0, 4];
  return (codePoint) => {
    // The last width holds for all glyphs that follow.
    const index = Math.min(glyphOf(codePoint), metricCount - 1);
    return (data.getUint16(start + index * step) * 1000) / unitsPerEm;
  };
}
