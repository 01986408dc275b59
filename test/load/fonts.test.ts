import { describe, expect, it } from 'vitest';
import { findToolPackage } from '../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../src/host/files/shipped-files.ts';
import { loadFonts } from '../../src/load/fonts.ts';
import { packageFor } from '../../src/model/font-families.ts';
import { HostError } from '../../src/model/host.ts';

const shipped = createShippedFiles(await findToolPackage());

async function familiesFor(text: string, lang: string, files = shipped): Promise<string[]> {
  const codePoints = new Set([...text].map((character) => character.codePointAt(0) ?? 0));
  const faces = await loadFonts(files, { lang, codePoints });
  const families = new Set(faces.map(({ family }) => family));
  return [...families].filter((family) => !family.startsWith('Source '));
}

describe('loadFonts', () => {
  it('adds nothing to the shared families for Latin text', async () => {
    expect(await familiesFor('Plain words – “quoted”, naïve.', 'en-GB')).toEqual([]);
  });

  it('adds the families of the scripts and signs that a text has', async () => {
    expect(await familiesFor('سلام and שלום, x ≤ y → z', 'en-GB')).toEqual([
      'Amiri',
      'Noto Serif Hebrew',
      'Open Sans',
      'Noto Sans Symbols',
    ]);
  });

  it('draws figures that are set low and high', async () => {
    expect(await familiesFor('CO₂ and 10⁶', 'en-GB')).toEqual(['Open Sans']);
  });

  it('draws the same character in the way of the language', async () => {
    expect(await familiesFor('直', 'zh-CN')).toEqual(['Noto Serif SC']);
    expect(await familiesFor('直', 'ja')).toEqual(['Noto Serif JP']);
    expect(await familiesFor('直します', 'en')).toEqual(['Noto Serif JP']);
  });

  it('does without a family that is not installed, and knows its package', async () => {
    const without = {
      ...shipped,
      read: (path: string) =>
        path.includes('noto-serif-jp')
          ? Promise.reject(new HostError('file-missing', path))
          : shipped.read(path),
    };
    expect(await familiesFor('直', 'ja', without)).toEqual([]);
    expect(packageFor('ja', 0x76f4)).toBe('@fontsource/noto-serif-jp');
    expect(packageFor('zh-Hant', 0x76f4)).toBe('@fontsource/noto-serif-tc');
  });
});
