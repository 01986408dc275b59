import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { familyNameIn } from '../../src/host/font-family-name.ts';
import { createRasterizer } from '../../src/host/rasterizer.ts';

const packages = new URL('../../node_modules/@fontsource/', import.meta.url);
const fontAt = (family: string, path: string) => ({
  family,
  bytes: new Uint8Array(readFileSync(new URL(path, packages))),
});
const latin = fontAt('Source Sans 3', 'source-sans-3/files/source-sans-3-latin-400-normal.woff2');
const serif = fontAt(
  'Source Serif 4',
  'source-serif-4/files/source-serif-4-latin-400-normal.woff2',
);
const arabic = fontAt('Amiri', 'amiri/files/amiri-arabic-400-normal.woff2');
const fonts = [serif, latin, arabic];

const drawing = (words: string, family = 'Source Sans 3') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20" viewBox="0 0 120 20" font-family="'${family}', 'Arial'"><text y="15">${words}</text></svg>`;
const rasterizer = await createRasterizer();
const outlinesOf = async (svg: string, using = fonts) =>
  (await rasterizer.draw({ svg, fonts: using, scale: 1 })).outlines;

describe('a drawing as pixels', () => {
  it('has the same bytes every time, in as many pixels as asked for', async () => {
    const job = { svg: drawing('Issue 37'), fonts, scale: 3 };
    const [first, second] = await Promise.all([rasterizer.draw(job), rasterizer.draw(job)]);
    expect(first).toEqual(second);
    expect(imageSize(first.png)).toMatchObject({ width: 360, height: 60, type: 'png' });
    const another = await createRasterizer();
    expect(await another.draw(job)).toEqual(first);
  });

  it('is set in the family that it names, whatever the files call that', async () => {
    const sans = await outlinesOf(drawing('Issue'));
    expect(sans).toContain('<path');
    expect(sans).not.toContain('<text');
    expect(await outlinesOf(drawing('Issue'), [latin])).toBe(sans);
    expect(await outlinesOf(drawing('Issue', 'Source Serif 4'))).not.toBe(sans);
  });

  it('takes letters that the family lacks from the other fonts', async () => {
    const both = await outlinesOf(drawing('مارس'));
    expect(both).toBe(await outlinesOf(drawing('مارس'), [arabic]));
    expect(both).not.toBe(await outlinesOf(drawing('مارس'), [latin]));
  });

  it('fails for what is no drawing and goes on with the next', async () => {
    const broken = rasterizer.draw({ svg: 'no drawing', fonts, scale: 1 });
    const sound = rasterizer.draw({ svg: drawing('x'), fonts, scale: 1 });
    await expect(broken).rejects.toThrow();
    expect((await sound).png.length).toBeGreaterThan(0);
  });
});

describe('the name of a family', () => {
  it('is undefined where a font has no table of names', () => {
    expect(familyNameIn(new Uint8Array(12))).toBeUndefined();
  });
});
