/** What a schedule does where clocks change, as croner does it; docs/schedule.md promises the same. */
import { expect, test } from 'vitest';
import { localTime } from '../../../src/run/schedule/local-time.ts';
import { occurrencesOf } from '../../../src/run/schedule/occurrences.ts';

/** Schedule, zone, from and until → its occurrences, in UTC and as the clock on the wall shows them. */
function between(when: string, zone: string, from: string, until: string): string[] {
  const { next } = occurrencesOf({ when, zone });
  const found: string[] = [];
  let atMs = next(Date.parse(from));
  while (atMs !== undefined && atMs <= Date.parse(until)) {
    found.push(`${new Date(atMs).toISOString().slice(11, 16)}Z ${localTime(atMs, zone).slice(4)}`);
    atMs = next(atMs);
  }
  return found;
}

const skipped: readonly (readonly [
  zone: string,
  when: string,
  day: string,
  at: readonly string[],
])[] = [
  ['Europe/Berlin', 'daily 02:30', '2026-03-29', ['01:00Z 2026-03-29 03:00']],
  ['America/New_York', 'daily 02:30', '2026-03-08', ['07:00Z 2026-03-08 03:00']],
  // Half an hour is skipped.
  ['Australia/Lord_Howe', 'daily 02:15', '2026-10-04', ['15:30Z 2026-10-04 02:30']],
  // In 2018 the clocks of São Paulo went from 00:00 to 01:00.
  ['America/Sao_Paulo', 'daily 00:00', '2018-11-04', ['03:00Z 2018-11-04 01:00']],
  [
    'Europe/Berlin',
    '30 2,14 * * *',
    '2026-03-29',
    ['01:00Z 2026-03-29 03:00', '12:30Z 2026-03-29 14:30'],
  ],
];

test.each(skipped)('in %s "%s" comes once on %s, after the gap', (zone, when, day, at) => {
  const all = between(when, zone, `${shifted(day, -1)}T00:00Z`, `${shifted(day, 2)}T00:00Z`);
  expect(all.filter((one) => one.includes(day))).toEqual(at);
});

const doubled: readonly (readonly [
  zone: string,
  when: string,
  day: string,
  at: readonly string[],
])[] = [
  ['Europe/Berlin', 'daily 02:30', '2026-10-25', ['00:30Z 2026-10-25 02:30']],
  ['America/New_York', 'daily 01:30', '2026-11-01', ['05:30Z 2026-11-01 01:30']],
  ['Australia/Lord_Howe', 'daily 01:45', '2026-04-05', ['14:45Z 2026-04-05 01:45']],
  ['Africa/Casablanca', 'daily 02:30', '2026-02-15', ['01:30Z 2026-02-15 02:30']],
  [
    'Europe/Berlin',
    '30 2,14 * * *',
    '2026-10-25',
    ['00:30Z 2026-10-25 02:30', '13:30Z 2026-10-25 14:30'],
  ],
];

test.each(doubled)('in %s "%s" comes once on %s, the first time', (zone, when, day, at) => {
  const all = between(when, zone, `${shifted(day, -1)}T00:00Z`, `${shifted(day, 2)}T00:00Z`);
  expect(all.filter((one) => one.includes(day))).toEqual(at);
});

test('an hourly one comes 23 times on a day of 23 hours, and 25 times on one of 25', () => {
  const on = (day: string) =>
    between(
      'every hour',
      'Europe/Berlin',
      `${shifted(day, -1)}T00:00Z`,
      `${shifted(day, 2)}T00:00Z`,
    ).filter((one) => one.includes(day)).length;
  expect([on('2026-03-29'), on('2026-10-25'), on('2026-10-26')]).toEqual([23, 25, 24]);
});

test('where minutes differ, both times come', () => {
  expect(between('daily 07:00 and 19:30', 'UTC', '2026-01-01T00:00Z', '2026-01-02T00:00Z')).toEqual(
    ['07:00Z 2026-01-01 07:00', '19:30Z 2026-01-01 19:30'],
  );
});

test('the last one before a moment is the moment itself, where it is one', () => {
  const { last } = occurrencesOf({ when: 'daily 07:00', zone: 'UTC' });
  const at = (time: string) => new Date(last(Date.parse(time)) ?? 0).toISOString();
  expect(at('2026-01-02T07:00:00.000Z')).toBe('2026-01-02T07:00:00.000Z');
  expect(at('2026-01-02T06:59:59.999Z')).toBe('2026-01-01T07:00:00.000Z');
});

test('never never comes', () => {
  const { next, last } = occurrencesOf({ when: 'never', zone: 'UTC' });
  expect([next(0), last(Date.parse('2026-01-01'))]).toEqual([undefined, undefined]);
});

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
