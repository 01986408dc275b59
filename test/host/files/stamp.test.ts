import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stampOf } from '../../../src/host/files/stamp.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('what is no file, or cannot be reached, has no stamp', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'folder'));
  await writeFile(join(folder, 'file'), '');
  await symlink('circle', join(folder, 'circle'));
  expect(stampOf(join(folder, 'file'))).toBeDefined();
  for (const name of ['folder', 'nothing', 'file/below', 'circle', 'n'.repeat(300)]) {
    expect(stampOf(join(folder, name)), name).toBeUndefined();
  }
});
