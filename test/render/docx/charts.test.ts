import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/audit/leak/read-docx.ts';
import { createRasterizer } from '../../../src/host/rasterizer.ts';
import type { Host } from '../../../src/model/host.ts';
import { briefProject, buildOne } from '../../support/project.ts';
import { type OpenDocx, openDocx, textOf } from './open-docx.ts';

const figures = {
  counts: {
    title: 'Channels removed',
    alt: 'Two bars.',
    longDescription: 'The second is longer.',
    kind: 'bar',
    x: 'year',
    y: 'channels',
    data: [
      { year: 'First', channels: 1250 },
      { year: 'Second', channels: 4000 },
    ],
  },
};

async function build(rasterizer?: Host['rasterizer']) {
  const host = briefProject({ figures: ['counts'] }, { figures });
  const lent: Host = rasterizer === undefined ? host : { ...host, rasterizer };
  const { built } = await buildOne(lent, { formats: ['docx'] });
  const bytes = built?.artifacts[0]?.bytes;
  if (bytes === undefined) throw new Error('no Word file was built');
  return bytes;
}

describe('a chart in a Word file', () => {
  let bytes = new Uint8Array();
  let file: OpenDocx;
  let body = '';

  beforeAll(async () => {
    bytes = Uint8Array.from(await build(createRasterizer));
    file = openDocx(bytes);
    body = file.part('word/document.xml');
  });

  it('is a drawing with a picture of pixels for readers that show none', () => {
    const relations = file.part('word/_rels/document.xml.rels');
    const target = (attribute: RegExp) => {
      const id = attribute.exec(body)?.[1];
      return new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(relations)?.[1];
    };
    expect(target(/<a:blip r:embed="([^"]*)"/)).toBe('media/image1.png');
    expect(target(/<asvg:svgBlip [^>]*r:embed="([^"]*)"/)).toBe('media/image1.svg');
    expect(file.part('[Content_Types].xml')).toContain('ContentType="image/svg+xml"');
    expect(file.part('word/media/image1.svg')).toMatch(/^<svg [^>]*><desc>.*<path/s);
  });

  it('says in words what it shows, its description included', () => {
    expect(body).toMatch(/<wp:docPr [^>]*descr="Two bars. The second is longer."/);
    expect(textOf(body)).not.toContain('1,250');
  });

  it('keeps its words where whoever searches the file finds them', () => {
    const words = readDocx(bytes).map(({ text }) => text);
    for (const word of ['First', '1,250', '4,000']) {
      expect(words.some((text) => text.includes(word))).toBe(true);
    }
  });

  it('fits the text', () => {
    const [, width = '0'] = /<wp:extent cx="(\d+)"/.exec(body) ?? [];
    const [, sheet = '0'] = /<w:pgSz w:w="(\d+)"/.exec(body) ?? [];
    // English Metric Units: 635 to the twip.
    expect(Number(width) / 635).toBeLessThan(Number(sheet) - 2 * 1300);
  });

  it('has the same bytes every time', async () => {
    expect(Uint8Array.from(await build(createRasterizer))).toEqual(bytes);
  });

  it('gives its place to the table of its data where nothing draws pixels', async () => {
    const plain = openDocx(await build());
    expect(textOf(plain.part('word/document.xml'))).toContain('1,250');
    expect(plain.names.some((name) => name.startsWith('word/media/'))).toBe(false);
  });

  it('does so too where the drawing cannot be read', async () => {
    const failing = async () => ({ draw: () => Promise.reject(new Error('no')) });
    const plain = openDocx(await build(failing));
    expect(textOf(plain.part('word/document.xml'))).toContain('1,250');
  });
});
