import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../src/host/node-host.ts';
import type { Host } from '../../../src/model/host.ts';
import type { Edition } from '../../../src/model/schema/edition.ts';
import { diffEditions } from '../../../src/run/editions/diff.ts';
import { release } from '../../../src/run/editions/release.ts';
import { reprint } from '../../../src/run/editions/reprint.ts';
import { verify } from '../../../src/run/editions/verify.ts';
import { errorsIn } from './office.ts';

const brief = 'after-the-purge';
const tongues = ['', '.ar', '.fr'];
let root = '';
let host: Host;
let first: Edition | undefined;
let second: Edition | undefined;

const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}"`);
  writeFileSync(join(root, path), text.replace(from, to));
};

/** Two editions; between them the French words of one takeaway changed, and the English of another. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-translations-'));
  cpSync(new URL('../../../data', import.meta.url), join(root, 'data'), { recursive: true });
  rmSync(join(root, 'data/editions'), { recursive: true, force: true });
  host = await createNodeHost({ root });
  // A figure, so that pictures lie beside the Markdown files of every language.
  edit(`data/briefs/${brief}.yaml`, 'gaps:', 'figures: [fig-magazine-pace]\ngaps:');
  first = (await release(host, brief, { day: '2026-10-05' })).value?.edition;
  edit(`data/briefs/${brief}.yaml`, 'Une purge disperse', 'Une telle purge disperse');
  edit(`data/briefs/${brief}.yaml`, 'Small services can', 'Even small services can');
  second = (await release(host, brief, { day: '2026-11-20' })).value?.edition;
});

afterAll(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

describe('an edition in several languages', () => {
  it('vouches for every document and every picture beside one', () => {
    const stems = tongues.map((tongue) => `${brief}${tongue}`);
    const names = stems.flatMap((stem) => [
      `${stem}.files/fig-magazine-pace.svg`,
      `${stem}.html`,
      `${stem}.md`,
      `${stem}.pdf`,
    ]);
    expect(Object.keys(first?.artifacts ?? {})).toEqual(names.sort());
  });

  it('vouches for the fonts of every language', () => {
    const fonts = Object.keys(first?.resources ?? {}).filter((name) => name.startsWith('font '));
    expect(fonts.some((name) => name.startsWith('font Amiri'))).toBe(true);
    expect(fonts.some((name) => name.startsWith('font Source Serif 4'))).toBe(true);
  });

  it('is proven in every language', async () => {
    const { value, diagnostics } = await verify(host, brief);
    expect(errorsIn(diagnostics)).toEqual([]);
    expect(value.map(({ isProven }) => isProven)).toEqual([true, true]);
  });

  it('is no longer proven once the picture of one language would come out otherwise', async () => {
    const path = join(root, `data/editions/${brief}/2.yaml`);
    const text = readFileSync(path, 'utf8');
    const picture = `${brief}.ar.files/fig-magazine-pace.svg`;
    const hash = second?.artifacts[picture]?.sha256 ?? '';
    const own = new RegExp(`(${picture.replaceAll('.', '\\.')}:\\s+format: md\\s+sha256: )${hash}`);
    writeFileSync(path, text.replace(own, `$1${'f'.repeat(64)}`));
    const { diagnostics } = await verify(host, brief, 2);
    writeFileSync(path, text);
    expect(errorsIn(diagnostics)).toEqual(['edition-artifact-differs']);
    expect(diagnostics.map(({ message }) => message).join()).toContain(picture);
  });

  it('tells by language what was reworded', async () => {
    const { value } = await diffEditions(host, brief, 1, 2);
    expect(value?.changes).toMatchObject([
      { subject: 'takeaway', id: 'takeaway 1', what: 'reworded', field: 'lead', lang: 'fr' },
      { subject: 'takeaway', id: 'takeaway 2', what: 'reworded', field: 'lead' },
    ]);
    expect(value?.changes[1]).not.toHaveProperty('lang');
  });

  it('tells each reader what changed in the words that are read', () => {
    const textIn = (tongue: string) =>
      readFileSync(join(root, `output/${brief}${tongue}.md`), 'utf8');
    expect(textIn('')).toContain('**Takeaway reworded:** Even small services can push back');
    expect(textIn('').match(/A purge scatters supporters/g)).toHaveLength(1);
    expect(textIn('.fr')).toMatch(/Enseignement reformulé\s:\*\* Une telle purge disperse/);
    expect(textIn('.fr').match(/Les petits services savent/g)).toHaveLength(1);
    expect(textIn('.ar')).not.toContain('## ما تغيّر');
  });

  it('is printed again in every language, stamped in each', async () => {
    const { value, diagnostics } = await reprint(host, brief, 1, { formats: ['md'] });
    expect(errorsIn(diagnostics)).toEqual([]);
    const texts = value?.files.map(({ name }) => name).filter((name) => name.endsWith('.md'));
    const stems = ['', '.fr', '.ar'].map((tongue) => `${brief}${tongue}.edition-1-reprint.md`);
    expect(texts).toEqual(stems);
    const [english = '', french = '', arabic = ''] = stems.map((name) =>
      readFileSync(join(root, 'output', name), 'utf8'),
    );
    expect(english).toContain('Superseded by edition 2 of 20 November 2026');
    expect(french).toContain('Remplacé par l’édition 2 du 20 novembre 2026');
    expect(arabic).toContain('حلّ محله الإصدار 2');
    const released = await reprint(host, brief, 1, { isAsReleased: true });
    expect(errorsIn(released.diagnostics)).toEqual([]);
    expect(released.value?.files).toHaveLength(12);
  });
});
