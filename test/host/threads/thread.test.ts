import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startThread } from '../../../src/host/threads/start-thread.ts';

const serve = new URL('../../../src/host/threads/serve-thread.ts', import.meta.url).href;
let folder = '';
let program = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'));
  program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { serveThread } from '${serve}';
    serveThread({
      'finish-pdf': async ({ number }) => ({ twice: 2 * number, bytes: new Uint8Array([number]) }),
      'audit-pdf': async ({ isEnd }) => {
        if (isEnd) process.exit(0);
        throw new TypeError('it cannot be read');
      },
    });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('answers each piece of work with what came of it', async () => {
  const thread = startThread(program);
  const answers = [3, 4, 5].map((number) => thread.run('finish-pdf', { number }));
  expect(await Promise.all(answers)).toEqual(
    [3, 4, 5].map((number) => ({ twice: 2 * number, bytes: new Uint8Array([number]) })),
  );
  thread.close();
});

test('rejects as the work does, and goes on with the next', async () => {
  const thread = startThread(program);
  await expect(thread.run('audit-pdf', {})).rejects.toThrow(TypeError);
  await expect(thread.run('finish-pdf', { number: 1 })).resolves.toMatchObject({ twice: 2 });
  thread.close();
});

test('rejects what it is at, and all that follows, when it ends or is closed', async () => {
  const ending = startThread(program);
  const both = [ending.run('audit-pdf', { isEnd: true }), ending.run('finish-pdf', { number: 1 })];
  for (const one of both) await expect(one).rejects.toThrow('the thread has ended');
  await expect(ending.run('finish-pdf', { number: 1 })).rejects.toThrow('the thread has ended');
  expect(ending.hasEnded).toBe(true);

  const closed = startThread(program);
  const asked = closed.run('finish-pdf', { number: 1 });
  closed.close();
  closed.close();
  await expect(asked).rejects.toThrow('the thread has ended');
});

test('rejects where its program cannot be run', async () => {
  const thread = startThread(join(folder, 'nowhere.mjs'));
  await expect(thread.run('finish-pdf', {})).rejects.toThrow('nowhere.mjs');
});
