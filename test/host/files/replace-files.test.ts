/** Replacing files on disks that are full, read-only, or in the way. */
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';
import { makeReadOnly, noDisk, smallDisk, temporaryFolder } from './temporary-folder.ts';

const kilobytes = (count: number) => new Uint8Array(count * 1024).fill(65);

test('a full disk leaves every old file whole and no temporary file', async ({ skip }) => {
  const disk = await smallDisk(256);
  if (disk === undefined) return skip(noDisk);
  const files = createDiskFiles(disk);
  await files.write('a.pdf', kilobytes(40));
  await files.write('b.pdf', kilobytes(40));
  const replacement = files.replace(
    new Map([
      ['a.pdf', kilobytes(50)],
      ['b.pdf', kilobytes(150)],
    ]),
  );
  await expect(replacement).rejects.toMatchObject({
    kind: 'disk-full',
    message: expect.stringContaining('the disk is full'),
  });
  expect((await readdir(disk)).sort()).toEqual(['a.pdf', 'b.pdf']);
  expect(await files.size('a.pdf')).toBe(40 * 1024);
  expect(await files.size('b.pdf')).toBe(40 * 1024);
});

test('a read-only disk is said to be one', async ({ skip }) => {
  const disk = await smallDisk(256);
  if (disk === undefined) return skip(noDisk);
  const files = createDiskFiles(disk);
  await files.withLock('', { waitMs: 0, onNotice: () => {} }, async () => {});
  makeReadOnly(disk);
  const readOnly = {
    kind: 'file-unwritable',
    message: expect.stringContaining('the disk is read-only'),
    hint: expect.stringContaining('--out'),
  };
  await expect(files.write('a.pdf', kilobytes(1))).rejects.toMatchObject(readOnly);
  const lock = files.withLock('', { waitMs: 0, onNotice: () => {} }, async () => {});
  await expect(lock).rejects.toMatchObject(readOnly);
});

test('a file where the folder should be is named', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'output'), 'in the way');
  const files = createDiskFiles(join(folder, 'output'));
  const inTheWay = { kind: 'file-unwritable', message: expect.stringContaining('output') };
  await expect(files.write('a.pdf', kilobytes(1))).rejects.toMatchObject(inTheWay);
  const lock = files.withLock('', { waitMs: 0, onNotice: () => {} }, async () => {});
  await expect(lock).rejects.toMatchObject(inTheWay);
  expect(await readFile(join(folder, 'output'), 'utf8')).toBe('in the way');
});

test('a folder where a file should be leaves the others untouched', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'b.pdf'));
  const files = createDiskFiles(folder);
  const replacement = files.replace(
    new Map([
      ['a.pdf', kilobytes(1)],
      ['b.pdf', kilobytes(1)],
    ]),
  );
  await expect(replacement).rejects.toMatchObject({ kind: 'file-unwritable' });
  expect(await readdir(folder)).toEqual(['b.pdf']);
});

test.skipIf(process.platform === 'win32')('a replaced file keeps its permissions', async () => {
  const folder = await temporaryFolder();
  const files = createDiskFiles(folder);
  await files.write('a.pdf', kilobytes(1));
  await chmod(join(folder, 'a.pdf'), 0o664);
  await files.write('a.pdf', kilobytes(2));
  expect((await stat(join(folder, 'a.pdf'))).mode & 0o777).toBe(0o664);
});

test('many files are replaced at once, in the order given', async () => {
  const folder = await temporaryFolder();
  const files = createDiskFiles(folder);
  const names = Array.from({ length: 100 }, (_, index) => `${index}.md`);
  await files.replace(new Map(names.map((name) => [name, kilobytes(1)])));
  expect((await files.list('')).length).toBe(100);
  expect(await readdir(folder)).toHaveLength(100);
});
