/** Tells Word what to take where a font of the brief is not installed. */
import { escapeXml } from './core-properties.ts';
import type { Theme } from './theme.ts';

/** theme → `word/fontTable.xml`. Source: ECMA-376 Part 1, 17.8.3.1 (`altName`) and 17.8.3.9 (`family`). */
export function fontTable({ serif, sans }: Theme): string {
  const font = (name: string, instead: string, family: 'roman' | 'swiss') =>
    `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${instead}"/>` +
    `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...[...new Set([serif, sans])].map((name) =>
      isSans(name, sans) ? font(name, 'Calibri', 'swiss') : font(name, 'Georgia', 'roman'),
    ),
    '</w:fonts>',
  ].join('');
}

/** A family for reading may be one without serifs; then its name says so. */
function isSans(name: string, sans: string): boolean {
  return name === sans || /\bsans\b/i.test(name);
}
