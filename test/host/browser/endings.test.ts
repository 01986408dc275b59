import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserGroups, processesOf, until } from './processes.ts';

const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)('a program that holds a browser', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefwright-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Starts the program; its profile folders lie in `folder`. */
  async function hold(mode = '') {
    const script = join(import.meta.dirname, 'hold-browser.ts');
    const program = spawn(process.execPath, [script, mode], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const groups = new Set<number>();
    const watch = setInterval(() => {
      for (const group of browserGroups(program.pid)) groups.add(group);
    }, 5);
    const ended = new Promise((resolve) => program.once('exit', resolve));
    await new Promise((resolve) => program.stdout.once('data', resolve));
    clearInterval(watch);
    expect(groups.size).toBe(1);
    return { program, ended, groups: [...groups] };
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes it along on %s', async (signal) => {
    const { program, ended, groups } = await hold();
    program.kill(signal);
    await ended;
    expect(program.signalCode).toBe(signal);
    await until(() => processesOf(groups).length === 0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['leave', 'throw', 'return'])('takes it along when it ends by %s', async (mode) => {
    const { ended, groups } = await hold(mode);
    await ended;
    await until(() => processesOf(groups).length === 0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no process behind when it is killed outright', async () => {
    const { program, ended, groups } = await hold();
    program.kill('SIGKILL');
    await ended;
    await until(() => processesOf(groups).length === 0);
  });
});
