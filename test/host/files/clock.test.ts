/** Time of day and SOURCE_DATE_EPOCH. */
import { expect, test } from 'vitest';
import { createClock } from '../../../src/host/clock.ts';

test('the clock tells the time, and no date of sources unless the environment sets one', () => {
  const before = Date.now();
  const clock = createClock({});
  expect(clock.now()).toBeGreaterThanOrEqual(before);
  expect(clock.sourceDateMs).toBeUndefined();
  expect(createClock({ SOURCE_DATE_EPOCH: '' }).sourceDateMs).toBeUndefined();
});

test('SOURCE_DATE_EPOCH is a count of seconds', () => {
  expect(createClock({ SOURCE_DATE_EPOCH: '1767225600' }).sourceDateMs).toBe(Date.UTC(2026, 0, 1));
  expect(createClock({ SOURCE_DATE_EPOCH: '0' }).sourceDateMs).toBe(0);
});

test.each(['2026-01-01', '-5', '1.5', ' 1', '1e9', '99999999999999', 'now'])(
  'SOURCE_DATE_EPOCH=%j is refused',
  (value) => {
    expect(() => createClock({ SOURCE_DATE_EPOCH: value })).toThrow(
      expect.objectContaining({ kind: 'variable-malformed' }),
    );
  },
);
