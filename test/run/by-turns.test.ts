import { expect, test } from 'vitest';
import type { Steps } from '../../src/model/steps.ts';
import { byTurns } from '../../src/run/by-turns.ts';

/** Five steps, each of so many milliseconds by a clock of their own. */
function work(stepMs: number) {
  let nowMs = 0;
  const seen: string[] = [];
  const steps = function* (): Steps<string> {
    for (const name of 'abcde') {
      nowMs += stepMs;
      seen.push(name);
      yield;
    }
    return 'done';
  };
  setImmediate(() => seen.push('somebody else'));
  return { seen, run: () => byTurns(steps(), () => nowMs) };
}

test('somebody else has a turn in the middle of long work', async () => {
  const { seen, run } = work(6);
  expect(await run()).toBe('done');
  expect(seen).toEqual(['a', 'b', 'somebody else', 'c', 'd', 'e']);
});

test('short work is done at one go', async () => {
  const { seen, run } = work(1);
  expect(await run()).toBe('done');
  expect(seen.slice(0, 5)).toEqual([...'abcde']);
});
