/** Signals, closed pipes and what is left behind by a command that was stopped. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { brief, ended, project, start } from './brief.ts';

test('a reader that goes away ends nothing and raises nothing', async () => {
  const folder = await project();
  const child = start(folder, ['list', '--format', 'json']);
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (data) => {
    err += data;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect({ status, err }).toEqual({ status: 0, err: '' });
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk behind the output is said in a line',
  async () => {
    const folder = await project();
    const bin = join(import.meta.dirname, '../../src/bin.ts');
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" list --root "$2" > /dev/full', process.execPath, bin, folder],
      { encoding: 'utf8' },
    );
    expect({ status, err: stderr }).toEqual({
      status: 3,
      err: 'error: cannot print: the disk is full\n',
    });
  },
);

/** A browser that never answers and says which process it is. */
const silentBrowser = '#!/bin/sh\necho $$ > "$0.pid"\nexec sleep 100\n';

/** True while a process of that number runs. One that has ended may wait for somebody to count it. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s during a build leaves no document, no browser and no temporary file',
  async (signal) => {
    const folder = await project();
    const browser = join(folder, 'browser');
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    await writeFile(browser, silentBrowser);
    await chmod(browser, 0o755);
    const child = start(folder, [], { BRIEF_BROWSER: browser, TMPDIR: temporary });
    await vi.waitUntil(() => existsSync(`${browser}.pid`), { timeout: 20_000 });
    const pid = Number(await readFile(`${browser}.pid`, 'utf8'));
    expect(isRunning(pid)).toBe(true);
    child.kill(signal);
    const { status, out, err } = await ended(child);
    expect({ status, out }).toEqual({ status: signal, out: '' });
    expect(err).toBe('stopped: nothing was written, the documents are as they were\n');
    await vi.waitUntil(() => !isRunning(pid));
    expect(existsSync(join(folder, 'output'))).toBe(false);
    expect(await readdir(temporary)).toEqual([]);
  },
);

test('--version prints the version and nothing else', async () => {
  const folder = await project();
  const { status, out } = await brief(folder, ['--version']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
