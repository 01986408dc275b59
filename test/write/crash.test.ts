/** Builds that are killed, two at once, and disks that fail: every document stays whole. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDiskFiles } from '../../src/host/files/disk-files.ts';
import { sha256 } from '../../src/model/hash.ts';
import type { Files } from '../../src/model/host.ts';
import { readManifest } from '../../src/write/manifest.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import {
  makeReadOnly,
  noDisk,
  smallDisk,
  temporaryFolder,
} from '../host/files/temporary-folder.ts';
import { artifact, options, run, text } from './build.ts';

const names = ['a.html', 'a.md', 'a.pdf'];

function startWriting(folder: string, seed: string) {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'write-forever.ts'),
    folder,
    seed,
  ]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  return { child, said: () => new Set(output.trim().split('\n')) };
}

async function expectWhole(files: Files): Promise<void> {
  for (const name of names) {
    const [hash, rest = ''] = (text(await files.read(name)) ?? '').split('\n');
    expect(hash, name).toBe(sha256(rest));
  }
}

async function expectManifestTrue(files: Files): Promise<void> {
  const { value } = await readManifest(files);
  const listed = value?.documents.flatMap((document) => Object.values(document.files)) ?? [];
  expect(listed.map(({ name }) => name).sort()).toEqual(names);
  for (const { name, sha256: hash } of listed) expect(sha256(await files.read(name))).toBe(hash);
}

test('kill -9 at twenty moments leaves each document whole, and the next run no work', async () => {
  const folder = await temporaryFolder();
  const files = createDiskFiles(folder);
  let leftTemporary = 0;
  let leftPending = 0;
  for (let moment = 0; moment < 20; moment += 1) {
    const { child, said } = startWriting(folder, `killed ${moment}`);
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(said()).toEqual(new Set(['built']));
    await expectWhole(files);
    if ((await readdir(folder)).some((name) => name.endsWith('.tmp'))) leftTemporary += 1;
    if ((await readdir(join(folder, '.brief'))).includes('pending.json')) leftPending += 1;
  }
  const last = names.map((name) => artifact(name, `${sha256('end')}\nend`));
  const { diagnostics } = await writeArtifacts(last, run(['a']), files, options);
  expect(diagnostics).toEqual([]);
  await expectWhole(files);
  await expectManifestTrue(files);
  expect((await readdir(folder)).sort()).toEqual(['.brief', ...names, 'manifest.json']);
  expect(await readdir(join(folder, '.brief'))).toEqual(['lock']);
  console.log(
    `of 20 kills, ${leftTemporary} left temporary files and ${leftPending} a started build`,
  );
});

test('two processes that build into one folder take turns', async () => {
  const folder = await temporaryFolder();
  const writers = ['one', 'two'].map((seed) => startWriting(folder, seed));
  await Promise.all(writers.map(({ child }) => once(child.stdout, 'data')));
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const { child, said } of writers) {
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(said()).toEqual(new Set(['built']));
  }
  const files = createDiskFiles(folder);
  await expectWhole(files);
});

test('a full disk keeps the old documents and their manifest', async ({ skip }) => {
  const disk = await smallDisk(256);
  if (disk === undefined) return skip(noDisk);
  const files = createDiskFiles(disk);
  const small = [artifact('a.md', 'old'), artifact('a.pdf', 'old')];
  await writeArtifacts(small, run(['a']), files, options);
  const large = [artifact('a.md', 'new'), artifact('a.pdf', 'new'.repeat(200_000))];
  const failing = writeArtifacts(large, run(['a']), files, options);
  await expect(failing).rejects.toMatchObject({ kind: 'disk-full' });
  expect(text(await files.read('a.md'))).toBe('old');
  expect(text(await files.read('a.pdf'))).toBe('old');
  expect((await readdir(disk)).sort()).toEqual(['.brief', 'a.md', 'a.pdf', 'manifest.json']);
  const next = await writeArtifacts([artifact('a.md', 'newer')], run(['a']), files, options);
  expect(next.diagnostics).toEqual([]);
});

test('a read-only folder is a clear failure', async ({ skip }) => {
  const disk = await smallDisk(256);
  if (disk === undefined) return skip(noDisk);
  makeReadOnly(disk);
  const failing = writeArtifacts(
    [artifact('a.md', 'x')],
    run(['a']),
    createDiskFiles(disk),
    options,
  );
  await expect(failing).rejects.toMatchObject({ kind: 'file-unwritable' });
});

test('unchanged files keep the time at which they were written', async () => {
  const folder = await temporaryFolder();
  const files = createDiskFiles(folder);
  const build = () => writeArtifacts([artifact('a.md', 'x')], run(['a']), files, options);
  await build();
  const before = await Promise.all(
    ['a.md', 'manifest.json'].map((name) => stat(join(folder, name))),
  );
  await build();
  const after = await Promise.all(
    ['a.md', 'manifest.json'].map((name) => stat(join(folder, name))),
  );
  expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
    before.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
  );
});
