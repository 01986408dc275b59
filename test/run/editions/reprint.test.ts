import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/model/hash.ts';
import { build } from '../../../src/run/build.ts';
import { readEditions } from '../../../src/run/editions/lock-files.ts';
import { release } from '../../../src/run/editions/release.ts';
import { reprint } from '../../../src/run/editions/reprint.ts';
import { afterRetraction, errorsIn, type Office, openOffice, twoSources } from './office.ts';

let root = '';
let office: Office;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-reprint-'));
  office = await openOffice(root);
  office.write('data/all.yaml', withIndex(twoSources));
  await release(office.host, 'one', { day: '2026-01-06' });
  office.write('data/all.yaml', withIndex(afterRetraction));
  await release(office.host, 'one', { day: '2026-02-01' });
});

afterAll(async () => {
  await office.host.close();
  rmSync(root, { recursive: true, force: true });
});

/** The same data of an office that has an index. */
function withIndex<T extends { readonly publisher: object }>(data: T) {
  return { ...data, publisher: { ...data.publisher, site: { title: 'All' } } };
}

const hashesOf = (names: readonly string[]) =>
  names.map((name) => sha256(readFileSync(join(root, 'output', name))));

describe('an old edition that is printed again', () => {
  it('says which edition has taken its place, in a name that the original never had', async () => {
    const { value, diagnostics } = await reprint(office.host, 'one', 1, {
      formats: ['md', 'html', 'pdf', 'json', 'docx'],
    });
    expect(errorsIn(diagnostics)).toEqual([]);
    expect(value?.supersededBy).toEqual({ edition: 2, released: '2026-02-01' });
    expect(value?.files.map(({ name }) => name)).toEqual([
      'one.edition-1-reprint.md',
      'one.edition-1-reprint.html',
      'one.edition-1-reprint.pdf',
      'one.edition-1-reprint.json',
      'one.edition-1-reprint.docx',
    ]);
    const markdown = office.read('output/one.edition-1-reprint.md');
    expect(markdown).toContain('supersededBy: Superseded by edition 2 of 1 February 2026');
    expect(markdown.split('---').at(2)).toContain('Superseded by edition 2 of 1 February 2026');
    expect(markdown).toContain('A working count');
    const json: unknown = JSON.parse(office.read('output/one.edition-1-reprint.json'));
    expect(json).toMatchObject({
      edition: 1,
      supersededBy: { edition: 2, released: '2026-02-01' },
      records: { source: { count: {} } },
    });
    const manifest: unknown = JSON.parse(office.read('output/manifest.json'));
    expect(manifest).toMatchObject({
      documents: [{ id: 'one' }, { id: 'one', reprint: { edition: 1, kind: 'superseded' } }],
    });
  });

  it('comes out byte for byte as it was released where that is asked for', async () => {
    const { value, diagnostics } = await reprint(office.host, 'one', 1, { isAsReleased: true });
    expect(diagnostics).toEqual([]);
    expect(value?.supersededBy).toBeUndefined();
    const [first] = (await readEditions(office.host.project, 'one')).value;
    const names = value?.files.map(({ name }) => name) ?? [];
    expect(names.toSorted()).toEqual(Object.keys(first?.artifacts ?? {}));
    const locked = names.map((name) => first?.artifacts[name]?.sha256);
    expect(hashesOf(names)).toEqual(locked);
  });

  it('is as it was released while no other edition has taken its place', async () => {
    const { value, diagnostics } = await reprint(office.host, 'one', 2);
    expect(diagnostics).toEqual([]);
    expect(value?.files.map(({ name }) => name)).toEqual(['one.md', 'one.html', 'one.pdf']);
  });

  it('cannot be as it was released in a format that was not', async () => {
    const { value, diagnostics } = await reprint(office.host, 'one', 1, {
      formats: ['docx'],
      isAsReleased: true,
    });
    expect(value).toBeUndefined();
    expect(errorsIn(diagnostics)).toEqual(['edition-format-missing']);
  });

  it('is refused by its number where there is none', async () => {
    const { diagnostics } = await reprint(office.host, 'one', 7);
    expect(errorsIn(diagnostics)).toEqual(['edition-missing']);
  });

  it('is not named in the index, nor does it push the document out where it is the same', async () => {
    await build(office.host, { formats: ['md', 'html'], force: true });
    const inForce = office.read('output/index.html');
    expect(inForce).toContain('href="one.md"');
    const same = await reprint(office.host, 'one', 2, { formats: ['md'] });
    expect(same.value?.files.map(({ fate }) => fate)).toEqual(['unchanged']);
    expect(office.read('output/index.html')).toBe(inForce);
    await reprint(office.host, 'one', 1, { formats: ['md'], isAsReleased: true });
    await reprint(office.host, 'one', 1, { formats: ['html'] });
    expect(office.read('output/one.md')).toContain('edition: "1"');
    const page = office.read('output/index.html');
    expect(page).toContain('href="one.html"');
    expect(page).not.toMatch(/one\.md|reprint/);
  });

  it('is not printed where a label of today withholds what stands in it', async () => {
    const { count } = twoSources.sources;
    const secret = { ...count, title: 'A working count of secret places', marking: 'TLP:RED' };
    const before = office.read('data/all.yaml');
    const lock = office.read('data/editions/one/1.yaml');
    office.write('data/all.yaml', {
      ...withIndex(afterRetraction),
      sources: { ...afterRetraction.sources, count: { ...secret, title: 'A working count' } },
    });
    rmSync(join(root, 'output'), { recursive: true, force: true });
    const { value, diagnostics } = await reprint(office.host, 'one', 1, { formats: ['md'] });
    office.write('data/all.yaml', before);
    office.write('data/editions/one/1.yaml', lock);
    expect(value).toBeUndefined();
    expect(errorsIn(diagnostics)).toContain('leak-found');
    expect(existsSync(join(root, 'output/one.edition-1-reprint.md'))).toBe(false);
  });
});
