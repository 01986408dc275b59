/** `brief new` in a real terminal: a person answers, changes their mind, gives up. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brief, project } from '../brief.ts';

const bin = join(import.meta.dirname, '../../../src/bin.ts');

/** `script` of util-linux gives a program a terminal of its own. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

/** Starts `brief new` in a terminal. */
function openTerminal(folder: string) {
  const command = `stty cols 100 rows 40 && '${process.execPath}' '${bin}' new`;
  const env = { ...process.env, CI: undefined, NO_COLOR: '1', TERM: 'xterm' };
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let screen = '';
  let onData = () => {};
  child.stdout.on('data', (data) => {
    screen += String(data);
    onData();
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    closed,
    screen: () => screen,
    /** Waits until the words are on the screen, below everything that was there before, and types. */
    async answer(question: string, keys: string): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      onData = () => {
        if (screen.includes(question)) resolve();
      };
      onData();
      await promise;
      screen = '';
      child.stdin.write(keys);
    },
  };
}

const enter = '\r';
const down = '\u001B[B';
const interrupt = '\u0003';
const eraseLine = '\u0015';

test.runIf(hasScript)(
  'asks for what is needed, and again where an answer will not do',
  async () => {
    const folder = await project({
      'data/people.yaml': { people: { desk: { name: { literal: 'The desk' } } } },
    });
    const terminal = openTerminal(folder);
    await terminal.answer('Title', enter);
    await terminal.answer('write at least a word', `Over: "all"${enter}`);
    await terminal.answer('over-all', `${eraseLine}Over All${enter}`);
    await terminal.answer('use a–z', `${eraseLine}one${enter}`);
    await terminal.answer('there is a brief with this id', `${eraseLine}over-all${enter}`);
    await terminal.answer('needs takeaways', `${down}${enter}`);
    await terminal.answer('The desk', ` ${enter}`);
    expect(await terminal.closed).toBe(0);
    expect(terminal.screen()).toContain('edit it, then run "brief over-all"');
    const text = readFileSync(join(folder, 'data/briefs/over-all.yaml'), 'utf8');
    expect(text).toContain(`title: 'Over: "all"'`);
    expect(text).toContain('template: trend-report');
    expect(text).toContain('authors: [desk]');
  },
);

test.runIf(hasScript)('writes nothing where the person gives up, and says so', async () => {
  const folder = await project();
  const terminal = openTerminal(folder);
  await terminal.answer('Title', `Too soon${enter}`);
  await terminal.answer('too-soon', interrupt);
  expect(await terminal.closed).toBe(2);
  expect(terminal.screen()).toContain('given up: nothing was written');
  expect(existsSync(join(folder, 'data/briefs/too-soon.yaml'))).toBe(false);
});

test('asks nothing where there is nobody to answer', async () => {
  const folder = await project();
  const { status, out } = await brief(folder, ['new', 'by-script']);
  expect({ status, out }).toEqual({ status: 0, out: 'data/briefs/by-script.yaml\n' });
  expect((await brief(folder, ['by-script', '--to', 'md'])).status).toBe(0);
});
