/** What ships with the tool is found from the sources, from a bundle, and from an installed package. */
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { findToolPackage } from '../../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../../src/host/files/shipped-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const repository = join(import.meta.dirname, '../../..');

test('from the sources, the package is the repository', async () => {
  const tool = await findToolPackage();
  const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  expect(tool).toMatchObject({ root: repository, version });
});

test('fonts are plain paths, whatever their packages call them', async () => {
  const shipped = createShippedFiles(await findToolPackage());
  const font = await shipped.read('fonts/source-serif-4/latin-400-normal.woff2');
  expect(new TextDecoder().decode(font.subarray(0, 4))).toBe('wOF2');
  const ranges = JSON.parse(
    new TextDecoder().decode(await shipped.read('fonts/source-serif-4/unicode.json')),
  );
  expect(ranges).toMatchObject({ latin: expect.stringContaining('U+0000-00FF') });
  const all = await shipped.list('fonts');
  expect(all).toContain('fonts/source-sans-3/latin-600-italic.woff2');
  expect(all).toContain('fonts/source-sans-3/LICENSE');
  expect(all.filter((path) => path.endsWith('.woff'))).toEqual([]);
  const family = await shipped.list('fonts/source-serif-4');
  expect(family).toEqual(all.filter((path) => path.startsWith('fonts/source-serif-4/')));
  expect(await shipped.size('fonts/source-serif-4/latin-400-normal.woff2')).toBe(font.byteLength);
});

test('a font that is not installed is missing, with the command that installs it', async () => {
  const shipped = createShippedFiles(await findToolPackage());
  await expect(shipped.read('fonts/no-such-face/latin-400-normal.woff2')).rejects.toMatchObject({
    kind: 'file-missing',
    hint: expect.stringContaining('npm install @fontsource/no-such-face'),
  });
  expect(await shipped.size('fonts/no-such-face/latin-400-normal.woff2')).toBeUndefined();
  for (const path of ['fonts/source-serif-4/package.json', 'fonts/source-serif-4/a/b.woff2']) {
    await expect(shipped.read(path)).rejects.toMatchObject({ kind: 'file-missing' });
  }
});

test('nothing but templates, standards and fonts is shipped', async () => {
  const shipped = createShippedFiles(await findToolPackage());
  await expect(shipped.read('package.json')).rejects.toMatchObject({ kind: 'file-missing' });
  await expect(shipped.read('templates/../package.json')).rejects.toMatchObject({
    kind: 'path-outside',
  });
  expect(await shipped.list('')).toEqual([]);
  expect(await shipped.size('src/model/host.ts')).toBeUndefined();
});

test('an installed package finds its own templates and fonts that npm put above it', async () => {
  const project = await temporaryFolder();
  const root = join(project, 'node_modules/briefwright');
  await mkdir(join(root, 'dist'), { recursive: true });
  await mkdir(join(root, 'templates/plain'), { recursive: true });
  await writeFile(join(root, 'templates/plain/brief.md.hbs'), '# {{title}}');
  await cp(join(repository, 'package.json'), join(root, 'package.json'));
  await mkdir(join(project, 'node_modules/@fontsource'));
  await symlink(
    join(repository, 'node_modules/@fontsource/source-serif-4'),
    join(project, 'node_modules/@fontsource/source-serif-4'),
  );
  const tool = await findToolPackage(pathToFileURL(join(root, 'dist/bin.js')).href);
  const shipped = createShippedFiles(tool);
  expect(dirname(tool.root)).toBe(join(project, 'node_modules'));
  expect(await shipped.list('templates')).toEqual(['templates/plain/brief.md.hbs']);
  expect(await shipped.size('fonts/source-serif-4/latin-400-normal.woff2')).toBeGreaterThan(1000);
  expect(await shipped.list('fonts/source-sans-3')).toEqual([]);
});
