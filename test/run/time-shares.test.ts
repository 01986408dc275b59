import { expect, it } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { createTimeShares } from '../../src/run/time-shares.ts';

it('divides each moment among the jobs that are open, so that the shares add up', () => {
  const { clock } = createMemoryHost({ nowMs: 0 });
  const shares = createTimeShares(clock);
  shares.start('a');
  clock.set(100);
  shares.start('b');
  clock.set(300);
  expect(shares.end('a')).toBe(200);
  clock.set(350);
  expect(shares.end('b')).toBe(150);
  clock.set(1000);
  shares.start('c');
  clock.set(1010);
  expect(shares.end('c')).toBe(10);
});

it('gives nothing for time during which the clock was set back', () => {
  const { clock } = createMemoryHost({ nowMs: 1000 });
  const shares = createTimeShares(clock);
  shares.start('a');
  clock.set(500);
  expect(shares.end('a')).toBe(0);
});
