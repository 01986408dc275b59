/** The host of a command, as far as it needs no browser, and the one for tests. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { Printer } from '../../src/model/host.ts';
import { temporaryFolder } from './files/temporary-folder.ts';

const bytes = new TextEncoder().encode('x');

test('a host makes nothing until it is asked to, and writes where it was told', async () => {
  const root = await temporaryFolder();
  const host = await createNodeHost({ root });
  expect(await host.output.list('')).toEqual([]);
  expect(await readdir(root)).toEqual([]);
  await host.output.write('a.md', bytes);
  expect(await readFile(join(root, 'output/a.md'), 'utf8')).toBe('x');
  const elsewhere = await temporaryFolder();
  const away = await createNodeHost({ root, output: join(elsewhere, 'deep/out') });
  await away.output.write('a.md', bytes);
  expect(await readdir(join(elsewhere, 'deep/out'))).toEqual(['a.md']);
  await host.close();
  await host.close();
});

test('a host knows the version of the tool and the date of the sources', async () => {
  const root = await temporaryFolder();
  const host = await createNodeHost({ root, environment: { SOURCE_DATE_EPOCH: '60' } });
  expect(host.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(host.clock.sourceDateMs).toBe(60_000);
  const malformed = createNodeHost({ root, environment: { SOURCE_DATE_EPOCH: 'today' } });
  await expect(malformed).rejects.toMatchObject({ kind: 'variable-malformed' });
});

test('a browser that is named but not there is missing, asked once or twice', async () => {
  const root = await temporaryFolder();
  const environment = { ...process.env, BRIEF_BROWSER: join(root, 'no-browser') };
  const host = await createNodeHost({ root, environment });
  await expect(host.printer()).rejects.toMatchObject({ kind: 'browser-missing' });
  await expect(host.printer()).rejects.toMatchObject({ kind: 'browser-missing' });
  await host.close();
});

test('a memory host has the files, the time and the printer that a test gives it', async () => {
  const host = createMemoryHost({ project: { 'data/a.yaml': 'a: 1' }, nowMs: 5 });
  expect(await host.project.list('data')).toEqual(['data/a.yaml']);
  expect(await host.shipped.list('templates')).toEqual([]);
  expect(host.clock.now()).toBe(5);
  host.clock.set(6);
  expect(host.clock.now()).toBe(6);
  await expect(host.printer()).rejects.toMatchObject({ kind: 'browser-missing' });
  const printer: Printer = {
    browser: { version: 'Chrome/1', origin: 'named', executable: '/b', isSandboxed: true },
    print: async () => ({ bytes, overflowing: [] }),
    examine: async () => [],
  };
  expect(await createMemoryHost({ printer }).printer()).toBe(printer);
});

test('a memory host can be given the files that really ship', async () => {
  const root = await temporaryFolder();
  const { shipped } = await createNodeHost({ root });
  const host = createMemoryHost({ shipped });
  expect(await host.shipped.size('fonts/source-sans-3/latin-400-normal.woff2')).toBeGreaterThan(0);
});
