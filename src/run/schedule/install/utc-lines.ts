/**
 * Schedules in their zones → cron lines in UTC, for services that know no zones. A time in a zone with
 * summer time is two times in UTC; the superfluous start finds nothing due.
 */
import { parseSchedule } from '../../../model/schedule/parse-schedule.ts';
import type { SeenSchedule } from '../ledger.ts';
import { occurrencesOf } from '../occurrences.ts';

const dayMs = 24 * 3_600_000;

/** As long as it takes until weekdays, leap years and clock changes have met in every way that matters. */
const lookAheadMs = 12 * 366 * dayMs;

/** Where there are so many occurrences, one year shows all that there is. */
const enoughOccurrences = 4_000;

/** More than one an hour: GitHub starts nothing that often reliably, so every quarter of an hour will do. */
const mostInDay = 25;

/** schedules, now → cron lines in UTC, each once, in order. */
export function utcLines(schedules: Iterable<SeenSchedule>, nowMs: number): readonly string[] {
  const starts = [...schedules].flatMap((schedule) => startsOf(schedule, nowMs));
  const together = Map.groupBy(starts, ({ minute, days }) => `${minute} ${days}`);
  const lines = [...together.values()].map((all) => {
    const hours = sorted(all.map(({ hour }) => hour));
    return `${all[0]?.minute} ${hours.length === 24 ? '*' : hours.join()} ${all[0]?.days}`;
  });
  return lines.sort();
}

/** One time of day in UTC, and the days on which it is one. */
interface Start {
  readonly minute: number | string;
  readonly hour: number;
  readonly days: string;
}

function startsOf(schedule: SeenSchedule, nowMs: number): Start[] {
  const dates = datesOf(schedule, nowMs);
  if (dates === undefined) {
    return Array.from({ length: 24 }, (_, hour) => ({ minute: '*/15', hour, days: '* * *' }));
  }
  const read = parseSchedule(schedule.when);
  const isByDay = (read.ok ? read.patterns : []).some((pattern) => pattern.split(' ')[2] !== '*');
  const byTime = Map.groupBy(dates, (date) => date.getUTCHours() * 60 + date.getUTCMinutes());
  return [...byTime].map(([time, all]) => ({
    minute: time % 60,
    hour: Math.floor(time / 60),
    days: daysOf(all, isByDay),
  }));
}

/** The occurrences of some years to come; undefined where they are too many to list. */
function datesOf(schedule: SeenSchedule, nowMs: number): Date[] | undefined {
  const occurrences = occurrencesOf(schedule);
  const dates: Date[] = [];
  let atMs = occurrences.next(nowMs);
  while (atMs !== undefined && atMs < nowMs + lookAheadMs) {
    if (dates.length >= enoughOccurrences && atMs > nowMs + 366 * dayMs) break;
    dates.push(new Date(atMs));
    if (dates.length > mostInDay && atMs < nowMs + dayMs) return undefined;
    atMs = occurrences.next(atMs);
  }
  return dates;
}

/** Days of the week or of the month; cron cannot say both at once. */
function daysOf(dates: readonly Date[], isByDay: boolean): string {
  const months = sorted(dates.map((date) => date.getUTCMonth() + 1));
  const month = months.length === 12 ? '*' : months.join();
  if (isByDay) return `${sorted(dates.map((date) => date.getUTCDate())).join()} ${month} *`;
  const weekdays = sorted(dates.map((date) => date.getUTCDay()));
  return `* ${month} ${weekdays.length === 7 ? '*' : weekdays.join()}`;
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
