import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FileChange, watchFiles } from '../../../src/host/files/watch-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder under watch, and what was seen in it since it was last asked. */
async function watched(files: readonly string[] = []) {
  const root = await temporaryFolder();
  await mkdir(join(root, 'data/deep'), { recursive: true });
  await writeFile(join(root, 'data/one.yaml'), 'one: 1\n');
  await writeFile(join(root, 'data/deep/two.yaml'), 'two: 2\n');
  const changes: FileChange[] = [];
  const watch = await watchFiles(root, {
    folders: ['data', 'templates'],
    files: () => files,
    onChange: (some) => changes.push(...some),
    // Nothing is seen by the slow look: what is seen was seen by events.
    beatMs: 600_000,
  });
  onTestFinished(watch.close);
  /** Waits until all of these were seen; gives everything that was. */
  const seen = async (...expected: readonly string[]) => {
    const lines = () => changes.map(({ path, kind }) => `${kind} ${path}`);
    await expect.poll(lines, { timeout: 20_000 }).toEqual(expect.arrayContaining([...expected]));
    const all = new Set(lines());
    changes.length = 0;
    return all;
  };
  return { root, seen };
}

test('sees a file that is saved in place, and nothing else', async () => {
  const { root, seen } = await watched();
  await writeFile(join(root, 'data/deep/two.yaml'), 'two: 3\n');
  expect(await seen('changed data/deep/two.yaml')).toEqual(new Set(['changed data/deep/two.yaml']));
});

test('sees a file that an editor saves by renaming another one over it', async () => {
  const { root, seen } = await watched();
  for (const round of ['1', '2', '3']) {
    await writeFile(join(root, 'data/.one.yaml.tmp'), `one: ${round}\n`);
    await rename(join(root, 'data/.one.yaml.tmp'), join(root, 'data/one.yaml'));
    await seen('changed data/one.yaml');
  }
});

test('sees files that are renamed and deleted', async () => {
  const { root, seen } = await watched();
  await rename(join(root, 'data/one.yaml'), join(root, 'data/deep/one.yaml'));
  await seen('removed data/one.yaml', 'added data/deep/one.yaml');
  await rm(join(root, 'data/deep/one.yaml'));
  await seen('removed data/deep/one.yaml');
});

test('sees into folders that were not there when it began', async () => {
  const { root, seen } = await watched();
  await mkdir(join(root, 'templates/own'), { recursive: true });
  await writeFile(join(root, 'templates/own/brief.md.hbs'), 'text');
  await seen('added templates/own/brief.md.hbs');
  await writeFile(join(root, 'templates/own/brief.md.hbs'), 'other text');
  await seen('changed templates/own/brief.md.hbs');
});

test('sees into a folder that was replaced by another of its name', async () => {
  const { root, seen } = await watched();
  await mkdir(join(root, 'other'));
  await writeFile(join(root, 'other/two.yaml'), 'two: 22\n');
  await rename(join(root, 'data/deep'), join(root, 'old'));
  await rename(join(root, 'other'), join(root, 'data/deep'));
  await seen('changed data/deep/two.yaml');
  await writeFile(join(root, 'data/deep/two.yaml'), 'two: 23\n');
  await seen('changed data/deep/two.yaml');
});

test('sees single files outside of the folders, also such as do not exist yet', async () => {
  const { root, seen } = await watched(['logo.svg']);
  await writeFile(join(root, 'logo.svg'), '<svg/>');
  await seen('added logo.svg');
});

test('passes over what editors leave behind', async () => {
  const { root, seen } = await watched();
  await writeFile(join(root, 'data/.one.yaml.swp'), 'x');
  await writeFile(join(root, 'data/one.yaml~'), 'x');
  await writeFile(join(root, 'data/deep/two.yaml'), 'two: 4\n');
  expect(await seen('changed data/deep/two.yaml')).toEqual(new Set(['changed data/deep/two.yaml']));
});
