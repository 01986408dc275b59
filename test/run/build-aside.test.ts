import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../src/run/build.ts';
import { minimalBrief } from '../support/project.ts';
import { openOffice } from './editions/office.ts';

const root = mkdtempSync(join(tmpdir(), 'aside-'));
afterAll(() => rmSync(root, { recursive: true }));

test('PDFs that a thread finishes are the same bytes, and it says the same of them', async () => {
  const office = await openOffice(root, join(root, 'beside'));
  for (const name of ['two', 'three', 'four', 'five']) {
    office.write(`data/briefs/${name}.yaml`, { ...minimalBrief, title: `A brief of ${name}` });
  }
  let asked = 0;
  const aside = () => {
    asked += 1;
    return office.host.aside?.() ?? never();
  };
  const beside = await build({ ...office.host, aside }, {});
  expect(asked).toBe(1);
  await office.host.close();
  const { aside: _, ...alone } = (await openOffice(root, join(root, 'alone'))).host;
  const here = await build(alone, {});
  await alone.close();

  expect(beside.diagnostics).toEqual(here.diagnostics);
  const names = readdirSync(join(root, 'alone')).filter((name) => name.endsWith('.pdf'));
  expect(names).toHaveLength(5);
  for (const name of names) {
    const bytes = (folder: string) => readFileSync(join(root, folder, name));
    expect(bytes('beside').equals(bytes('alone')), name).toBe(true);
  }
}, 60_000);

function never(): never {
  throw new Error('the host of a machine has threads');
}

test('the files of many briefs wait on a shelf, which is closed, and are the same', async () => {
  const many = Array.from({ length: 24 }, (_, index) => `brief-${index}`);
  const write = async (folder: string, isOnShelf: boolean) => {
    const office = await openOffice(join(root, 'shelf'), join(root, folder));
    for (const name of many) {
      office.write(`data/briefs/${name}.yaml`, { ...minimalBrief, title: `A brief, ${name}` });
    }
    const { openShelf, ...host } = office.host;
    const seen = { put: 0, closed: 0 };
    const watched = () => {
      const shelf = openShelf?.() ?? never();
      return {
        put: (bytes: Uint8Array) => {
          seen.put += 1;
          return shelf.put(bytes);
        },
        close: () => {
          seen.closed += 1;
          return shelf.close();
        },
      };
    };
    await build(isOnShelf ? { ...host, openShelf: watched } : host, { formats: ['md'] });
    await host.close();
    return seen;
  };
  expect(await write('shelved', true)).toEqual({ put: 25, closed: 1 });
  await write('held', false);
  for (const name of readdirSync(join(root, 'held')).filter((one) => one.endsWith('.md'))) {
    const text = (folder: string) => readFileSync(join(root, folder, name), 'utf8');
    expect(text('shelved'), name).toBe(text('held'));
  }
}, 60_000);
