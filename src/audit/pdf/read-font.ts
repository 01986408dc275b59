/**
 * Reads what a font says of its character codes: how long they are, which text each stands for, and
 * which of them draws the box of a missing glyph.
 * Source: ISO 32000-1, 9.7 (composite fonts), 9.10 (extraction of text).
 */

import {
  asBuffer,
  dictionaryAt,
  entry,
  follow,
  listAt,
  nameAt,
  unpack,
} from '../../model/pdf/objects.ts';
import { PdfDict, PdfName, PdfStream } from '../../model/pdf/values.ts';

export interface PdfFont {
  readonly name: string;
  /** `Type0`, `TrueType`, `Type3`… */
  readonly subtype: string;
  readonly isEmbedded: boolean;
  /** Code → text; undefined where the font does not say. */
  readonly toUnicode: ReadonlyMap<number, string> | undefined;
  /** Bytes of a character code. */
  readonly codeLength: 1 | 2;
  /** What the rules of 9.7.4 ask and the font lacks, in words. */
  readonly faults: readonly string[];
  /** True for a code that draws glyph 0, the sign for a character that the font has not. */
  isMissing(code: number): boolean;
}

/** A font dictionary → what it says. Never throws: what cannot be read is among the faults. */
export function readFont(font: PdfDict): PdfFont {
  const faults: string[] = [];
  const subtype = nameAt(font, 'Subtype') ?? '';
  const isComposite = subtype === 'Type0';
  const descendant = isComposite ? descendantOf(font) : font;
  if (descendant === undefined) faults.push('it names no descendant font');
  const descriptor =
    descendant === undefined ? undefined : dictionaryAt(descendant, 'FontDescriptor');
  const files = ['FontFile', 'FontFile2', 'FontFile3'];
  const isEmbedded =
    subtype === 'Type3' ||
    files.some((key) => descriptor !== undefined && entry(descriptor, key) instanceof PdfStream);
  const glyphs = isComposite ? glyphMap(descendant, faults) : undefined;
  return {
    name: (nameAt(font, 'BaseFont') ?? nameAt(font, 'Name') ?? 'unnamed').replace(
      /^[A-Z]{6}\+/,
      '',
    ),
    subtype,
    isEmbedded,
    toUnicode: readToUnicode(font, faults),
    codeLength: isComposite ? 2 : 1,
    faults,
    isMissing: (code) => glyphs?.(code) === 0,
  };
}

function descendantOf(font: PdfDict): PdfDict | undefined {
  const [first] = listAt(font, 'DescendantFonts');
  const descendant = follow(first);
  return descendant instanceof PdfDict ? descendant : undefined;
}

/** The glyph that a code draws, where that can be said without reading the font program. */
function glyphMap(
  descendant: PdfDict | undefined,
  faults: string[],
): ((code: number) => number) | undefined {
  if (descendant === undefined || nameAt(descendant, 'Subtype') !== 'CIDFontType2')
    return undefined;
  const map = entry(descendant, 'CIDToGIDMap');
  if (map instanceof PdfName && map.text === 'Identity') return (code) => code;
  if (map instanceof PdfStream) {
    const glyphs = unpack(map);
    return (code) => (code * 2 + 1 < glyphs.length ? glyphs.readUInt16BE(code * 2) : 0);
  }
  faults.push('it has no CIDToGIDMap');
  return undefined;
}

function readToUnicode(font: PdfDict, faults: string[]): ReadonlyMap<number, string> | undefined {
  const stream = entry(font, 'ToUnicode');
  if (!(stream instanceof PdfStream)) return undefined;
  try {
    return parseToUnicode(unpack(stream).toString('latin1'));
  } catch {
    faults.push('its ToUnicode map cannot be read');
    return undefined;
  }
}

/** A ToUnicode CMap → code → text. Source: ISO 32000-1, 9.10.3. */
function parseToUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([\da-f\s]+)>\s*<([\da-f\s]*)>/gi))
      map.set(Number.parseInt(code, 16), utf16(text));
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi);
    for (const [, low = '', high = '', first, list] of ranges) {
      const from = Number.parseInt(low, 16);
      const to = Math.min(Number.parseInt(high, 16), from + 0xffff);
      const texts = list?.match(/[\da-f]+/gi);
      for (let code = from; code <= to; code += 1)
        map.set(code, texts ? utf16(texts[code - from] ?? '') : shifted(first ?? '', code - from));
    }
  }
  return map;
}

function utf16(hex: string): string {
  const bytes = asBuffer(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : bytes.toString('latin1');
}

/** The text of a range's first code, its last unit raised. */
function shifted(hex: string, by: number): string {
  const text = utf16(hex);
  const last = text.charCodeAt(text.length - 1) + by;
  return text.slice(0, -1) + String.fromCharCode(last);
}
