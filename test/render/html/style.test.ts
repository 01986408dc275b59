import { describe, expect, test } from 'vitest';
import { contrast, lightenedFor } from '../../../src/model/colour.ts';
import { charactersOf } from '../../../src/model/font-characters.ts';
import { markingColours, markings } from '../../../src/model/marking.ts';
import { coversAny, parseUnicodeRange } from '../../../src/model/unicode-range.ts';
import { containedCss, cssString } from '../../../src/render/html/style/css-string.ts';
import { fontFaces } from '../../../src/render/html/style/fonts.ts';
import { themeRules } from '../../../src/render/html/style/theme.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { fc } from '../../support/property.ts';
import { composeText, shippedFonts } from './fixture/compose.ts';
import { pageOf, textOf } from './fixture/page-view.ts';

describe('a string in a style sheet', () => {
  test('is always one string, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const css = cssString(value);
        expect(css.slice(1, -1)).not.toMatch(/["\n\r\f<]/);
        expect(unescaped(css)).toBe(value.replaceAll('\0', ''));
      }),
    );
  });

  test('cannot end the style element', () => {
    expect(containedCss('a{content:"</style><script>"}')).toBe('a{content:"<\\/style><script>"}');
    const page = pageOf('Text.', { look: { printCss: '/* </style><script>alert(1)</script> */' } });
    expect(page.all('style')).toHaveLength(1);
    expect(page.all('script')).toHaveLength(1);
  });
});

describe('the theme', () => {
  test('becomes custom properties that the styles read', () => {
    const { value, diagnostics } = themeRules({
      accent: '#8a1538',
      serif: 'Literata',
      gap: '1rem',
    });
    expect(diagnostics).toEqual([]);
    expect(value).toContain('--theme-accent: #8a1538;');
    expect(value).toContain('--theme-serif: "Literata";');
    expect(value).toContain('--theme-gap: 1rem;');
  });

  test.each(['red; } body { display: none', 'url(https://x)', 'var(--x)', '</style>', '"', '\\'])(
    'leaves out %s',
    (accent) => {
      const { value, diagnostics } = themeRules({ accent });
      expect(value).toBe('');
      expect(diagnostics.map(({ code }) => code)).toEqual(['theme-value-refused']);
    },
  );

  test('an accent is lightened until it can be read on a dark ground', () => {
    for (const accent of ['#0d4f63', '#000000', '#8a1538', '#ffe100']) {
      const light = lightenedFor('#14181a', accent, 7);
      expect(contrast(light, '#14181a')).toBeGreaterThanOrEqual(7);
    }
    expect(lightenedFor('#14181a', '#ffe100', 7)).toBe('#ffe100');
  });
});

describe('fonts', () => {
  test('a range is read as CSS writes it', () => {
    expect(parseUnicodeRange('U+26, U+0-7F,u+4??, nonsense')).toEqual([
      [0x26, 0x26],
      [0, 0x7f],
      [0x400, 0x4ff],
    ]);
    expect(coversAny('U+0600-06FF', new Set([0x41, 0x627]))).toBe(true);
    expect(coversAny('U+0600-06FF', new Set([0x41]))).toBe(false);
  });

  test('only the files that a text needs are embedded', () => {
    const faces = shippedFonts();
    const count = (text: string) =>
      fontFaces(faces, new Set([...text].map((one) => one.codePointAt(0) ?? 0))).split('@font-face')
        .length - 1;
    expect(count('Plain words – “quoted”.')).toBe(6);
    expect(count('Ṣalāḥ al-Dīn')).toBe(12);
    expect(count('Слово')).toBe(6);
  });

  test('a font tells which characters it has', () => {
    const latin = shippedFonts().find(({ unicodeRange }) => unicodeRange?.includes('U+0000'));
    const has = charactersOf(latin?.bytes ?? new Uint8Array());
    expect(['a', 'é', '–', '”', '€', '↑'].every((one) => has(one.codePointAt(0) ?? 0))).toBe(true);
    expect(has(0x627)).toBe(false);
    expect(has(0x1f600)).toBe(false);
  });

  test('a letter that is several in one, out of a PDF, is to be written as those', () => {
    const { diagnostics } = renderHtml(composeText('An o\uFB03ce.'));
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['glyph-missing', 'write "ffi" instead of "\uFB03"'],
    ]);
  });

  test('a character that no font has is reported once, with its place', () => {
    const span = { file: 'data/a.yaml', start: 3, end: 9 };
    const text = (value: string) => ({ type: 'text' as const, value, data: { origin: span } });
    const document = composeText('', {
      tree: {
        type: 'root',
        children: [
          { type: 'paragraph', children: [text('see 😀 and e\u0301, a\u2011b\u202fc\u200d')] },
          { type: 'paragraph', children: [text('again 😀')] },
        ],
      },
    });
    const { diagnostics } = renderHtml(document);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'glyph-missing', severity: 'error', span });
    expect(diagnostics[0]?.message).toContain('"😀" (U+1F600)');
  });
});

test('every label has the colour that the protocol gives it', () => {
  const { html } = pageOf(markings.map((label) => `:marking[${label.slice(4)}]`).join(' '));
  for (const label of markings) expect(html).toContain(`color: ${markingColours[label]}; }`);
});

test('a marking inside the text counts as the strictest where it is no label', () => {
  const page = pageOf(':marking[TLP:PURPLE]');
  const marking = page.all('strong.marking').find((one) => textOf(one) === 'TLP:PURPLE');
  expect(marking?.properties.className).toContain('marking-red');
});

/** Reads a CSS string as a browser does. */
function unescaped(css: string): string {
  return css
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) /g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
}
