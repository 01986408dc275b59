/** Links in the data that lead out of the project: refused, and told of beside every other problem. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiskFiles } from '../../src/host/files/disk-files.ts';
import { load } from '../../src/load/load.ts';
import { temporaryFolder } from '../host/files/temporary-folder.ts';

test('a linked folder and a linked file outside hide no other mistake', async () => {
  const outer = await temporaryFolder();
  const root = join(outer, 'project');
  await mkdir(join(root, 'data'), { recursive: true });
  await mkdir(join(outer, 'elsewhere'));
  await writeFile(join(outer, 'elsewhere/secret.yaml'), 'findings: {}');
  await symlink(join(outer, 'elsewhere'), join(root, 'data/folder'));
  await symlink(join(outer, 'elsewhere/secret.yaml'), join(root, 'data/linked.yaml'));
  await writeFile(join(root, 'data/broken.yaml'), 'findings: [');
  await writeFile(join(root, 'data/sound.yaml'), 'findings: {}');
  const { value, diagnostics } = await load(createDiskFiles(root));
  expect(value.files.map(({ path }) => path)).toEqual(['data/sound.yaml']);
  expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
    ['yaml-syntax', 'data/broken.yaml'],
    ['file-unreadable', 'data/folder/'],
    ['file-unreadable', 'data/linked.yaml'],
  ]);
});
