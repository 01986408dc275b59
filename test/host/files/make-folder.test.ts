/** Folders are made with those above them, or it is said why not. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../src/host/files/make-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a folder is made with those above it, by several at once, and again', async () => {
  const path = join(await temporaryFolder(), 'a', 'b', 'c');
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(path, 'd'))]);
  await makeFolder(path);
  expect(statSync(join(path, 'd')).isDirectory()).toBe(true);
});

test('a file in the way stays as it is', async () => {
  const file = join(await temporaryFolder(), 'file');
  writeFileSync(file, 'words');
  await expect(makeFolder(file)).rejects.toThrow(/EEXIST/);
  await expect(makeFolder(join(file, 'folder'))).rejects.toThrow(/ENOTDIR/);
});

test.runIf(existsSync('/proc/self'))('where no folder can be made, it ends', async () => {
  await expect(makeFolder('/proc/briefs/output')).rejects.toThrow(/ENOENT/);
});
