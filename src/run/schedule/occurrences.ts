/**
 * The moments at which a schedule is due, by croner. What it does where clocks change was tried with
 * version 11.0.1 and is asserted in the tests:
 *
 * - a time that does not exist (02:30 on the night that skips from 02:00 to 03:00) comes at the first
 *   moment after the gap, once;
 * - a time that comes twice is due the first time only;
 * - an interval (`every hour`, `every 15 minutes`) has neither gap nor double: it comes in every hour that passes.
 */
import { Cron } from 'croner';
import { parseSchedule } from '../../model/schedule/parse-schedule.ts';
import type { ScheduleSetting } from '../../model/schedule/setting.ts';

/** A schedule as moments, in milliseconds since 1970-01-01T00:00Z. */
export interface Occurrences {
  /** The first one after a moment; undefined where none comes. */
  next(afterMs: number): number | undefined;
  /** The last one at or before a moment; undefined where none came. */
  last(untilMs: number): number | undefined;
}

/** schedule → its moments; one that cannot be read has none (the check has said so). */
export function occurrencesOf({ when, zone }: Pick<ScheduleSetting, 'when' | 'zone'>): Occurrences {
  const read = parseSchedule(when);
  const jobs = (read.ok ? read.patterns : []).map(
    (pattern) =>
      new Cron(pattern, {
        timezone: zone,
        paused: true,
        mode: '5-part',
        // `30 2,14 * * *` is as much a time of day as `30 2 * * *`; Vixie cron judges the same.
        fixedTimeRule: 'no-wildcard',
      }),
  );
  return {
    next: (afterMs) => {
      const after = new Date(afterMs);
      return extreme(
        jobs.flatMap((job) => job.nextRun(after) ?? []),
        Math.min,
      );
    },
    last: (untilMs) => {
      // What lies in the same second as the reference counts as before it.
      const until = new Date(Math.floor(untilMs / 1000) * 1000 + 999);
      return extreme(
        jobs.flatMap((job) => job.previousRuns(1, until)),
        Math.max,
      );
    },
  };
}

function extreme(dates: readonly Date[], choose: (...all: number[]) => number): number | undefined {
  return dates.length === 0 ? undefined : choose(...dates.map((date) => date.getTime()));
}
