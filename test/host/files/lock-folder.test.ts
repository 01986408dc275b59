/** The lock of a folder between real processes: held, waited for, left behind by killed ones. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = join(import.meta.dirname, 'hold-lock.ts');

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [script, ...args]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function holder(folder: string): Promise<ChildProcessWithoutNullStreams> {
  const child = start(folder);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('held\n');
  return child;
}

async function lock(folder: string, waitMs: number) {
  const notices: string[] = [];
  const onNotice = (notice: string) => notices.push(notice);
  const result = await createDiskFiles(folder).withLock(
    '',
    { waitMs, onNotice },
    async () => 'done',
  );
  return { result, notices };
}

test('a second process is told who holds the lock: process, machine, since when', async () => {
  const folder = await temporaryFolder();
  const child = await holder(folder);
  await expect(lock(folder, 50)).rejects.toMatchObject({
    kind: 'locked',
    message: expect.stringMatching(
      new RegExp(`process ${child.pid} on ${hostname()}, started \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z`),
    ),
    hint: expect.stringContaining(`process ${child.pid}`),
  });
});

test('a second process waits, says so once, and goes on when the first has ended', async () => {
  const folder = await temporaryFolder();
  const child = await holder(folder);
  const waiting = lock(folder, 60_000);
  setTimeout(() => child.stdin.end(), 300);
  expect(await waiting).toEqual({
    result: 'done',
    notices: [expect.stringContaining(`waiting for another run (process ${child.pid}`)],
  });
  expect(await readdir(join(folder, '.brief'))).toEqual(['lock']);
});

test('the lock of a killed process is taken over at once, with a line that says so', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.brief-0123456789abcdef.tmp'), 'left by a killed run');
  const child = await holder(folder);
  await writeFile(join(folder, '.brief-fedcba9876543210.tmp'), 'left by a killed run');
  await writeFile(join(folder, '.brief-notes.tmp'), 'somebody else’s');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { notices } = await lock(folder, 0);
  expect(notices).toEqual([expect.stringMatching(`process ${child.pid} .* ended before`)]);
  expect((await readdir(folder)).sort()).toEqual(['.brief', '.brief-notes.tmp']);
  expect((await lock(folder, 0)).notices).toEqual([]);
});

test('a number reused by a living process does not keep the lock', async () => {
  const folder = await temporaryFolder();
  const dead = { pid: process.pid, host: hostname(), started: '2020-01-01T00:00:00Z' };
  await mkdir(join(folder, '.brief'));
  await writeFile(join(folder, '.brief/holder.json'), JSON.stringify(dead));
  const { notices } = await lock(folder, 0);
  expect(notices).toEqual([expect.stringContaining('started 2020-01-01T00:00:00Z')]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the holder without a trace',
  async (signal) => {
    const folder = await temporaryFolder();
    const child = await holder(folder);
    child.kill(signal);
    const [, endedBy] = await once(child, 'exit');
    expect(endedBy).toBe(signal);
    expect((await lock(folder, 0)).notices).toEqual([]);
  },
);

test('four processes that count under the lock lose no step', async () => {
  const folder = await temporaryFolder();
  await createDiskFiles(folder).write('count', new TextEncoder().encode('0'));
  const children = Array.from({ length: 4 }, () => start(folder, '15'));
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(await readFile(join(folder, 'count'), 'utf8')).toBe('60');
});

test('a holder that is killed while others wait is followed by one of them at a time', async () => {
  const folder = await temporaryFolder();
  await createDiskFiles(folder).write('count', new TextEncoder().encode('0'));
  const killed = await holder(folder);
  const children = Array.from({ length: 4 }, () => start(folder, '5'));
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  killed.kill('SIGKILL');
  await Promise.all(children.map((child) => once(child, 'exit')));
  expect(await readFile(join(folder, 'count'), 'utf8')).toBe('20');
});

test('a lock file that is something else is reported, not deleted', async () => {
  const folder = await temporaryFolder();
  await createDiskFiles(folder).write('.brief/lock', new Uint8Array(200).fill(65));
  await expect(lock(folder, 0)).rejects.toMatchObject({ kind: 'file-unwritable' });
});
