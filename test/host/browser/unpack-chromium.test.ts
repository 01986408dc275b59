import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { execaNode } from 'execa';
import { packTar, type TarEntry } from 'modern-tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findUnpacked } from '../../../src/host/browser/bundled-chromium.ts';
import { readBrowserSettings } from '../../../src/host/browser/settings.ts';
import { unpackChromium } from '../../../src/host/browser/unpack-chromium.ts';

let root = '';
let cache = '';
const program = 'the program\n'.repeat(100_000);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-test-'));
  cache = join(root, 'cache');
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'chromium.br'), brotliCompressSync(program));
  await putTar('al2023', ['lib/libnss3.so', 'lib/libexpat.so.1']);
  await putTar('fonts', ['fonts.conf', 'fonts/Open_Sans/OpenSans-Regular.ttf']);
});
afterEach(() => rmSync(root, { recursive: true }));

async function putTar(name: string, paths: readonly string[]): Promise<void> {
  const entries: TarEntry[] = paths.map((path) => ({
    header: { name: path, size: 1, type: 'file', mode: 0o777 },
    body: 'x',
  }));
  const file = join(root, 'bin', `${name}.tar.br`);
  writeFileSync(file, brotliCompressSync(await packTar(entries)));
}

const chromium = () => ({ version: '1.0.0', archiveFolder: join(root, 'bin') });
const settings = (...cacheFolders: string[]) => ({
  ...readBrowserSettings(),
  cacheFolders: cacheFolders.length === 0 ? [cache] : cacheFolders,
});
const unpacked = () => join(cache, 'chromium-1.0.0');

describe('unpacking', () => {
  it('puts everything into a folder of the version that is the user’s alone', async () => {
    const { executable, libraryFolder, fontFolder } = await unpackChromium(chromium(), settings());
    expect(readFileSync(executable, 'utf8')).toBe(program);
    expect(readdirSync(libraryFolder).sort()).toEqual(['libexpat.so.1', 'libnss3.so']);
    expect(readdirSync(fontFolder)).toEqual(['Open_Sans']);
    for (const folder of [cache, unpacked()]) expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(executable).mode & 0o777).toBe(0o700);
    expect(statSync(join(libraryFolder, 'libnss3.so')).mode & 0o777).toBe(0o600);
    expect(readdirSync(cache)).toEqual(['chromium-1.0.0']);
  });

  it('happens once', async () => {
    expect(findUnpacked(chromium(), settings())).toBeUndefined();
    const first = await unpackChromium(chromium(), settings());
    expect(findUnpacked(chromium(), settings())).toEqual(first);
    expect(findUnpacked({ ...chromium(), version: '1.0.1' }, settings())).toBeUndefined();
  });

  it('may be done by several processes at once', async () => {
    const script = join(import.meta.dirname, 'unpack-once.ts');
    const runs = Array.from({ length: 3 }, () => execaNode(script, [join(root, 'bin'), cache]));
    for (const { stdout } of await Promise.all(runs)) {
      expect(stdout).toBe(join(unpacked(), 'chromium'));
    }
    expect(findUnpacked(chromium(), settings())).toBeDefined();
    expect(readdirSync(cache)).toEqual(['chromium-1.0.0']);
  });

  it('is done again where what is there is not whole', async () => {
    const { executable, libraryFolder } = await unpackChromium(chromium(), settings());
    truncateSync(executable, 10);
    expect(findUnpacked(chromium(), settings())).toBeUndefined();
    await unpackChromium(chromium(), settings());
    expect(readFileSync(executable, 'utf8')).toBe(program);
    rmSync(join(libraryFolder, 'libnss3.so'));
    expect(findUnpacked(chromium(), settings())).toBeUndefined();
    await unpackChromium(chromium(), settings());
    expect(findUnpacked(chromium(), settings())).toBeDefined();
    expect(readdirSync(cache)).toEqual(['chromium-1.0.0']);
  });

  it('takes the next folder where the first cannot be written', async () => {
    writeFileSync(join(root, 'file'), '');
    const { executable } = await unpackChromium(
      chromium(),
      settings(join(root, 'file', 'cache'), cache),
    );
    expect(executable).toBe(join(unpacked(), 'chromium'));
  });

  it('refuses an archive that leads out of its folder, and leaves nothing behind', async () => {
    await putTar('al2023', ['lib/libnss3.so', '../../outside']);
    await expect(unpackChromium(chromium(), settings())).rejects.toMatchObject({
      kind: 'browser-failed',
    });
    expect(readdirSync(root).sort()).toEqual(['bin', 'cache']);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('says what to do where no folder can be written', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(
      unpackChromium(chromium(), settings(join(root, 'file', 'cache'))),
    ).rejects.toMatchObject({
      kind: 'browser-failed',
      hint: expect.stringContaining('XDG_CACHE_HOME'),
    });
  });

  it('removes what killed processes left behind, but not what others are unpacking', async () => {
    for (const name of ['old', 'new'])
      mkdirSync(join(cache, `chromium-1.0.0.unpacking-${name}`), { recursive: true, mode: 0o700 });
    const longAgo = new Date(2020, 0, 1);
    utimesSync(join(cache, 'chromium-1.0.0.unpacking-old'), longAgo, longAgo);
    await unpackChromium(chromium(), settings());
    expect(readdirSync(cache).sort()).toEqual(['chromium-1.0.0', 'chromium-1.0.0.unpacking-new']);
  });
});

describe.skipIf(process.platform === 'win32')('a folder that was planted', () => {
  const refused = { kind: 'browser-failed', hint: expect.stringContaining('remove') };
  const find = () => findUnpacked(chromium(), settings());

  it('is refused when others may write to it', async () => {
    await unpackChromium(chromium(), settings());
    for (const folder of [unpacked(), cache]) {
      for (const mode of [0o770, 0o702]) {
        chmodSync(folder, mode);
        expect(find).toThrow(expect.objectContaining(refused));
      }
      chmodSync(folder, 0o700);
    }
    expect(find()).toBeDefined();
  });

  it('is refused when it is a link', async () => {
    await unpackChromium(chromium(), settings());
    const link = join(root, 'link');
    symlinkSync(cache, link);
    expect(() => findUnpacked(chromium(), settings(link))).toThrow(
      expect.objectContaining(refused),
    );
    await expect(unpackChromium(chromium(), settings(link))).rejects.toMatchObject(refused);
  });

  it.runIf(process.getuid?.() === 0)('is refused when it belongs to another user', async () => {
    await unpackChromium(chromium(), settings());
    chownSync(unpacked(), 65534, 65534);
    expect(find).toThrow(expect.objectContaining(refused));
    chownSync(unpacked(), 0, 0);
    chownSync(cache, 65534, 65534);
    expect(find).toThrow(expect.objectContaining(refused));
    await expect(unpackChromium(chromium(), settings())).rejects.toMatchObject(refused);
  });
});
