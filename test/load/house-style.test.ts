/** The look of an office: fonts it chooses, fonts of its own, its style sheet. */

import { describe, expect, it } from 'vitest';
import { findToolPackage } from '../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../src/host/files/shipped-files.ts';
import { type HouseFonts, loadFonts } from '../../src/load/fonts.ts';
import { readHouseCss } from '../../src/load/house-css.ts';
import { labelScale } from '../../src/load/label-scale.ts';
import { contrast, darkenedFor, textContrast } from '../../src/model/colour.ts';
import { charactersOf } from '../../src/model/font-characters.ts';
import { fontFormatOf, fontTable } from '../../src/model/font-tables.ts';
import { advancesOf } from '../../src/model/font-widths.ts';
import { briefProject, buildOne, errorsOf, publisher, textOf } from '../support/project.ts';
import { fc } from '../support/property.ts';

const shipped = createShippedFiles(await findToolPackage());
const openSans = await shipped.read('fonts/open-sans/latin-400-normal.woff2');

async function familiesFor(text: string, house: Partial<HouseFonts>): Promise<string[]> {
  const codePoints = new Set([...text].map((character) => character.codePointAt(0) ?? 0));
  const faces = await loadFonts(shipped, { lang: 'en-GB', codePoints }, { files: [], ...house });
  return [...new Set(faces.map(({ family }) => family))];
}

describe('the fonts of an office', () => {
  it('take the place of the shared ones', async () => {
    expect(await familiesFor('Plain words.', { serif: 'Open Sans' })).toEqual([
      'Open Sans',
      'Source Sans 3',
    ]);
    expect(await familiesFor('Plain.', { serif: 'source sans 3', sans: 'Source Sans 3' })).toEqual([
      'Source Sans 3',
    ]);
  });

  it('leave what they lack to the shared ones', async () => {
    const hebrew = { serif: 'Noto Serif Hebrew', sans: 'Noto Serif Hebrew' };
    expect(await familiesFor('Plain', hebrew)).toEqual(['Noto Serif Hebrew']);
    expect(await familiesFor('Простые', hebrew)).toContain('Source Serif 4');
  });

  it('may be files of the project, in any of three formats', async () => {
    const plain = plainFont(openSans);
    expect([fontFormatOf(openSans), fontFormatOf(plain)]).toEqual(['woff2', 'truetype']);
    expect(fontFormatOf(new TextEncoder().encode('wOFF'.padEnd(60)))).toBeUndefined();
    for (const code of [0x41, 0xe9, 0x4e00]) {
      expect(charactersOf(plain)(code)).toBe(charactersOf(openSans)(code));
      expect(advancesOf(plain)(code)).toBe(advancesOf(openSans)(code));
    }
    const theme = {
      sans: 'Office Sans',
      fonts: [{ family: 'Office Sans', file: 'data/office.ttf' }],
    };
    const { built, diagnostics } = await buildWith(theme, { 'data/office.ttf': plain });
    expect(errorsOf(diagnostics)).toEqual([]);
    const html = textOf(built, 'html');
    expect(html).toContain('format("truetype")');
    expect(html).toContain('--theme-sans: "Office Sans"');
  });

  it('are measured for charts by their own widths', async () => {
    const faces = await loadFonts(
      shipped,
      { lang: 'en-GB', codePoints: new Set([0x61]) },
      { serif: 'Open Sans', files: [] },
    );
    expect(advancesOf(openSans)(0x20)).toBeCloseTo(260, 0);
    expect(labelScale(faces, 'Source Sans 3', 'Source Sans 3')).toBe(1);
    const scale = labelScale(faces, 'Open Sans', 'Source Sans 3');
    expect(scale).toBeGreaterThan(0.8);
    expect(scale).toBeLessThan(0.95);
    expect(labelScale(faces, 'Source Sans 3', 'Open Sans')).toBe(1);
  });
});

describe('a style sheet of the office', () => {
  it('stands last but for the marking, without its comments', async () => {
    const css = '/* for colleagues */\n.subtitle { color: rebeccapurple }\n';
    const { built, diagnostics } = await buildWith(
      { css: 'data/theme.css' },
      { 'data/theme.css': css },
    );
    expect(errorsOf(diagnostics)).toEqual([]);
    const html = textOf(built, 'html');
    const places = ['--theme-accent', '.subtitle{color:rebeccapurple}', '--marking-label: "'];
    const order = places.map((part) => html.indexOf(part));
    expect(order.every((place) => place > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html).not.toContain('for colleagues');
  });

  it.each([
    '@import url(x.css);',
    '@import"x";',
    'a { background: url(https://x.example) }',
    'a { background: URL( "//x.example" ) }',
    'a { background: u\\72l(https://x.example/a) }',
    'a { --x: url(x.png) }',
    'a { background: -webkit-image-set("x.png" 1x) }',
    'a { width: EXPRESSION(1) }',
    'a { -moz-binding: none }',
    '@media screen { .x .marking-red { color: white } }',
    '[class~="page-marking"] { opacity: 0 }',
    '@supports (color: red) { @page { @bottom-right { content: "" } } }',
    ':root { --marking-ink: #000 }',
  ])('may not have %s', async (css) => {
    const { problems } = await readHouseCss(css);
    expect(problems.filter(({ what }) => what !== undefined)).not.toEqual([]);
  });

  it('may have what a page needs', async () => {
    const css =
      '@media print{h1{font-size:2rem}}@page{margin:20mm}h2{background:url(data:image/png;base64,AA==);mask:url(#a)}' +
      '@counter-style x{system:extends upper-roman}.a:has(> .b)::before{content:"}{"}:root{--a:calc(1px + 2px)}';
    expect(await readHouseCss(css)).toEqual({ css: expect.any(String), problems: [] });
  });
});

describe('a colour that cannot be read', () => {
  it('has a nearest one that can, on every light ground', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const hex = (values: readonly number[]) =>
      `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    fc.assert(
      fc.property(
        fc.tuple(byte, byte, byte),
        fc.integer({ min: 221, max: 255 }),
        (rgb, lightness) => {
          const ground = hex([lightness, lightness, lightness]);
          const nearest = darkenedFor(ground, hex(rgb), textContrast);
          expect(contrast(nearest, ground)).toBeGreaterThanOrEqual(textContrast);
        },
      ),
    );
  });
});

function buildWith(theme: unknown, files: Readonly<Record<string, string | Uint8Array>>) {
  const look = { accent: '#0b5563', ...(theme as object) };
  const host = briefProject({}, { publisher: { ...publisher, theme: look } }, { files });
  return buildOne(host, { formats: ['html'] });
}

/** A font without compression, of the tables that are looked at. Source: OpenType 1.9. */
function plainFont(woff2: Uint8Array): Uint8Array {
  const tags = ['cmap', 'head', 'hhea', 'hmtx'] as const;
  const tables = tags.map((tag) => fontTable(woff2, tag).data);
  const start = 12 + 16 * tags.length;
  const font = new DataView(
    new ArrayBuffer(start + tables.reduce((sum, { byteLength }) => sum + byteLength, 0)),
  );
  font.setUint32(0, 0x00010000);
  font.setUint16(4, tags.length);
  let place = start;
  for (const [index, table] of tables.entries()) {
    const record = 12 + 16 * index;
    const tag = new TextEncoder().encode(tags[index]);
    for (const [at, byte] of tag.entries()) font.setUint8(record + at, byte);
    font.setUint32(record + 8, place);
    font.setUint32(record + 12, table.byteLength);
    for (let at = 0; at < table.byteLength; at += 1) font.setUint8(place + at, table.getUint8(at));
    place += table.byteLength;
  }
  return new Uint8Array(font.buffer);
}
