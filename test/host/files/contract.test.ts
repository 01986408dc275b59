/** What every implementation of `Files` promises, tried on real files and on those in memory. */
import { describe, expect, test } from 'vitest';
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';
import { createMemoryFiles } from '../../../src/host/files/memory-files.ts';
import type { Files } from '../../../src/model/host.ts';
import { temporaryFolder } from './temporary-folder.ts';

const implementations: readonly (readonly [string, () => Promise<Files>])[] = [
  ['files on a disk', async () => createDiskFiles(await temporaryFolder())],
  ['files in memory', async () => createMemoryFiles()],
];

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array) => new TextDecoder().decode(content);
const ignored = { waitMs: 0, onNotice: () => {} };

describe.each(implementations)('%s', (_, create) => {
  test('come back as they were written, in folders made on the way', async () => {
    const files = await create();
    await files.write('a/b/c.txt', bytes('one'));
    await files.write('a/b/c.txt', bytes('two'));
    expect(text(await files.read('a/b/c.txt'))).toBe('two');
    expect(await files.size('a/b/c.txt')).toBe(3);
  });

  test('are listed below a folder, sorted by code point', async () => {
    const files = await create();
    for (const name of ['b.yaml', 'a/z.yaml', 'Z.yaml', '\u{1F600}.yaml', '\uFF5E.yaml']) {
      await files.write(`data/${name}`, bytes(name));
    }
    await files.write('data.txt', bytes('beside'));
    const sorted = ['Z.yaml', 'a/z.yaml', 'b.yaml', '\uFF5E.yaml', '\u{1F600}.yaml'];
    expect(await files.list('data')).toEqual(sorted.map((name) => `data/${name}`));
    expect(await files.list('')).toContain('data.txt');
  });

  test('leave out what is hidden, what editors leave, and packages', async () => {
    const files = await create();
    const names = ['.x', '.git/c', 'x~', 'x.yaml.swp', '#x#', 'node_modules/p/i.yaml', 'x.yaml'];
    for (const name of names) await files.write(name, bytes(name));
    expect(await files.list('')).toEqual(['x.yaml']);
  });

  test('of a folder that is missing are none', async () => {
    expect(await (await create()).list('nowhere')).toEqual([]);
  });

  test('that are missing have no size and cannot be read, but can be removed', async () => {
    const files = await create();
    expect(await files.size('x')).toBeUndefined();
    await expect(files.read('x')).rejects.toMatchObject({ kind: 'file-missing' });
    await files.remove('x');
  });

  test.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    'C:/x',
    '\\\\server\\x',
    'a\\..\\x',
    '%2e%2e/x',
    'a/%2E./x',
    '%252e%252e%252fx',
    'x\0.yaml',
    'x%00.yaml',
  ])('refuse the path %j for every purpose', async (path) => {
    const files = await create();
    const refusal = { kind: 'path-outside' };
    await expect(files.read(path)).rejects.toMatchObject(refusal);
    await expect(files.size(path)).rejects.toMatchObject(refusal);
    await expect(files.list(path)).rejects.toMatchObject(refusal);
    await expect(files.write(path, bytes('x'))).rejects.toMatchObject(refusal);
    await expect(files.remove(path)).rejects.toMatchObject(refusal);
    await expect(files.withLock(path, ignored, async () => {})).rejects.toMatchObject(refusal);
  });

  test('take a path with a harmless percent sign or doubled dots', async () => {
    const files = await create();
    await files.write('./100%25..csv', bytes('x'));
    expect(await files.list('')).toEqual(['100%25..csv']);
  });

  test('are replaced all together or, when one cannot be written, not at all', async () => {
    const files = await create();
    await files.write('a', bytes('old'));
    await files.write('folder/b', bytes('old'));
    const replacement = files.replace(
      new Map([
        ['a', bytes('new')],
        ['folder', bytes('a folder is in the way')],
      ]),
    );
    await expect(replacement).rejects.toMatchObject({ kind: 'file-unwritable' });
    expect(text(await files.read('a'))).toBe('old');
  });

  test('of a locked folder wait for the one who holds it', async () => {
    const files = await create();
    const order: string[] = [];
    const notices: string[] = [];
    const first = files.withLock('out', ignored, async () => {
      order.push('first begins');
      const second = files.withLock(
        'out',
        { waitMs: 30_000, onNotice: (notice) => notices.push(notice) },
        async () => order.push('second'),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first ends');
      return { second };
    });
    await (await first).second;
    expect(order).toEqual(['first begins', 'first ends', 'second']);
    expect(notices).toEqual([expect.stringContaining('waiting for another run')]);
  });

  test('of a locked folder are refused to who does not want to wait', async () => {
    const files = await create();
    await files.withLock('', ignored, async () => {
      const second = files.withLock('', ignored, async () => {});
      await expect(second).rejects.toMatchObject({ kind: 'locked' });
    });
    expect(await files.withLock('', ignored, async () => 'free again')).toBe('free again');
  });

  test('are unlocked when the work under the lock fails', async () => {
    const files = await create();
    const failing = files.withLock('', ignored, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await files.withLock('', ignored, async () => 'free again')).toBe('free again');
  });
});
