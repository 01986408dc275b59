/** Symbolic links: useful inside the project, refused when they lead out of it. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const refusal = { kind: 'path-outside' };
const bytes = new TextEncoder().encode('x');

async function project() {
  const outer = await temporaryFolder();
  const root = join(outer, 'project');
  await mkdir(join(root, 'data'), { recursive: true });
  await mkdir(join(outer, 'project-secrets'));
  await writeFile(join(outer, 'project-secrets', 'key.yaml'), 'secret');
  return { outer, root, files: createDiskFiles(root) };
}

test('a linked file outside is listed, so that it is not overlooked, but not read', async () => {
  const { outer, root, files } = await project();
  await symlink(join(outer, 'project-secrets/key.yaml'), join(root, 'data/key.yaml'));
  expect(await files.list('data')).toEqual(['data/key.yaml']);
  await expect(files.read('data/key.yaml')).rejects.toMatchObject(refusal);
  await expect(files.size('data/key.yaml')).rejects.toMatchObject(refusal);
});

test('a linked folder outside is refused, also where its name begins like the root', async () => {
  const { outer, root, files } = await project();
  await symlink(join(outer, 'project-secrets'), join(root, 'data/more'));
  await expect(files.read('data/more/key.yaml')).rejects.toMatchObject(refusal);
  expect(await files.list('data')).toEqual(['data/more/']);
  await expect(files.read('data/more/')).rejects.toMatchObject(refusal);
  await expect(files.write('data/more/new.yaml', bytes)).rejects.toMatchObject(refusal);
  await expect(files.write('data/more/deep/new.yaml', bytes)).rejects.toMatchObject(refusal);
  await expect(files.remove('data/more/key.yaml')).rejects.toMatchObject(refusal);
  const lock = files.withLock('data/more/out', { waitMs: 0, onNotice: () => {} }, async () => {});
  await expect(lock).rejects.toMatchObject(refusal);
  expect(await readFile(join(outer, 'project-secrets/key.yaml'), 'utf8')).toBe('secret');
});

test('a link that is replaced is itself replaced, and what it led to stays', async () => {
  const { outer, root, files } = await project();
  await symlink(join(outer, 'project-secrets/key.yaml'), join(root, 'out.md'));
  await files.write('out.md', bytes);
  expect(await readFile(join(root, 'out.md'), 'utf8')).toBe('x');
  expect(await readFile(join(outer, 'project-secrets/key.yaml'), 'utf8')).toBe('secret');
});

test('links inside the project work, a link to a parent ends, a dead one is listed', async () => {
  const { root, files } = await project();
  await mkdir(join(root, 'shared'));
  await writeFile(join(root, 'shared/a.yaml'), 'a');
  await symlink('../shared', join(root, 'data/shared'));
  await symlink('..', join(root, 'data/up'));
  await symlink('nowhere.yaml', join(root, 'data/dead.yaml'));
  expect(await files.list('data')).toEqual([
    'data/dead.yaml',
    'data/shared/a.yaml',
    'data/up/shared/a.yaml',
  ]);
  expect(new TextDecoder().decode(await files.read('data/shared/a.yaml'))).toBe('a');
  await expect(files.read('data/dead.yaml')).rejects.toMatchObject({ kind: 'file-missing' });
});

test('a root that is itself a link is the folder that it leads to', async () => {
  const { outer, root } = await project();
  await symlink(root, join(outer, 'link'));
  const files = createDiskFiles(join(outer, 'link'));
  await files.write('data/a.yaml', bytes);
  expect(await files.list('')).toEqual(['data/a.yaml']);
});

test.skipIf(process.platform === 'win32')('a pipe or a folder is no file to read', async () => {
  const { root, files } = await project();
  execFileSync('mkfifo', [join(root, 'data/pipe.yaml')]);
  expect(await files.list('data')).toEqual([]);
  await expect(files.read('data/pipe.yaml')).rejects.toMatchObject({ kind: 'file-unreadable' });
  await expect(files.read('data')).rejects.toMatchObject({ kind: 'file-unreadable' });
  expect(await files.size('data')).toBeUndefined();
});
