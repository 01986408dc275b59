/** Documents depend on what lies outside a project; whoever keeps them must hear of a change there. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSurroundings } from '../../src/host/surroundings.ts';
import { temporaryFolder } from './files/temporary-folder.ts';

test('a font family that an office has installed counts, also when it is replaced or removed', async () => {
  const root = await temporaryFolder();
  const tool = { root, version: '1.0.0', isBuilt: true, dependencies: [], peers: [] };
  for (const folder of ['dist', 'templates', 'standards']) await mkdir(join(root, folder));
  await writeFile(join(root, 'package.json'), '{}');
  const seen = () => describeSurroundings(tool, {});
  const before = seen();
  expect(seen()).toBe(before);
  const family = join(root, 'node_modules/@fontsource/lora');
  await mkdir(family, { recursive: true });
  await writeFile(join(family, 'package.json'), '{"version":"5.0.0"}');
  const installed = seen();
  expect(installed).not.toBe(before);
  await rm(join(family, 'package.json'));
  await writeFile(join(family, 'package.json'), '{"version":"5.10.0"}');
  expect(seen()).not.toBe(installed);
  await rm(family, { recursive: true });
  expect(seen()).toBe(before);
});
