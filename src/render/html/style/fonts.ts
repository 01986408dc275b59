/** Embeds the font files that a text needs, and no others. */
import type { FontFace } from '../../../model/document.ts';
import { fontFormatOf } from '../../../model/font-tables.ts';
import { remember } from '../../../model/remember.ts';
import { coversAny } from '../../../model/unicode-range.ts';
import { cssString } from './css-string.ts';

/**
 * faces, the characters of the page → `@font-face` rules with the fonts inside. A face with a
 * `unicode-range` comes along only where the text has a character in it.
 */
export function fontFaces(faces: readonly FontFace[], characters: ReadonlySet<number>): string {
  const ranges = new Set(faces.map(({ unicodeRange }) => unicodeRange));
  const needed = new Set(
    [...ranges].filter((range) => range === undefined || coversAny(range, characters)),
  );
  return faces
    .filter(({ unicodeRange }) => needed.has(unicodeRange))
    .map(fontFace)
    .join('');
}

/**
 * faces → custom properties with the names of their families, for the end of a font stack: a script that
 * the main fonts lack finds its own. `--embedded-serif` has the families for reading first,
 * `--embedded-sans` those whose name says "Sans".
 */
export function fontStacks(faces: readonly FontFace[]): string {
  const families = [...new Set(faces.map(({ family }) => family))];
  if (families.length === 0) return '';
  const isSans = (family: string): boolean => /\bsans\b/i.test(family);
  const sans = families.filter(isSans);
  const serif = families.filter((family) => !isSans(family));
  const list = (names: readonly string[]): string => names.map(cssString).join(', ');
  return [
    ':root {',
    `  --embedded-serif: ${list([...serif, ...sans])};`,
    `  --embedded-sans: ${list([...sans, ...serif])};`,
    '}\n',
  ].join('\n');
}

/** Source: RFC 8081. */
const mediaTypes = { woff2: 'font/woff2', truetype: 'font/ttf', opentype: 'font/otf' } as const;

function fontFace({ family, weight, style, unicodeRange, bytes }: FontFace): string {
  const format = fontFormatOf(bytes) ?? 'woff2';
  return [
    '@font-face {',
    `  font-family: ${cssString(family)};`,
    `  font-style: ${style};`,
    `  font-weight: ${weight};`,
    // Embedded fonts are there at once; `block` keeps a print from catching the fallback.
    '  font-display: block;',
    ...(unicodeRange === undefined ? [] : [`  unicode-range: ${unicodeRange};`]),
    `  src: url(data:${mediaTypes[format]};base64,${base64Of(bytes)}) format("${format}");`,
    '}\n',
  ].join('\n');
}

/** The same few fonts stand in every brief. */
const base64Of = remember((bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
);
