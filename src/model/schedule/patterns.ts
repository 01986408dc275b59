/** What a schedule in words has said → cron patterns. */
import type { Ordinal, Unit } from './tokens.ts';

/** What has been said so far. */
export interface Said {
  readonly times: { hour: number; minute: number }[];
  /** Patterns of the field "weekday". */
  readonly weekdays: { readonly day: number; readonly nths: readonly Ordinal[] }[];
  /** Patterns of the field "day of the month". */
  readonly days: (number | 'L' | 'LW' | '1W')[];
  readonly months: number[];
  /** `every 15 minutes`, `every hour`. */
  every: { readonly count: number; readonly unit: 'minute' | 'hour' } | undefined;
  /** `monthly`, `of the quarter`, `every year`. */
  period: Unit | undefined;
  /** `every 2 months`. */
  monthStep: number;
  isDaily: boolean;
}

/** what was said → cron patterns of five fields, each a part of it. */
export function patternsOf(said: Said): string[] {
  const { times, every, days, weekdays } = said;
  const clocks =
    every === undefined
      ? timesOf(times)
      : [every.unit === 'minute' ? `${step(every.count)} *` : `0 ${step(every.count)}`];
  const dates: string[] = [];
  for (const isLast of [false, true]) {
    const months = monthsOf(said, isLast);
    const plain = days.filter((day) => typeof day === 'number');
    if (!isLast && plain.length > 0) dates.push(`${unique(plain).join()} ${months} *`);
    for (const day of days) {
      if (typeof day === 'string' && (day !== '1W') === isLast) dates.push(`${day} ${months} *`);
    }
    const weekly = weekdays.filter(({ nths }) => nths.length === 0).map(({ day }) => day);
    if (!isLast && weekly.length > 0) dates.push(`* ${months} ${unique(weekly).join()}`);
    const counted = weekdays.flatMap(({ day, nths }) =>
      nths.filter((nth) => (nth === 'L') === isLast).map((nth) => `${day}#${nth}`),
    );
    if (counted.length > 0) dates.push(`* ${months} ${counted.join()}`);
  }
  if (dates.length === 0) dates.push(`* ${monthsOf({ ...said, period: undefined }, false)} *`);
  return clocks.flatMap((clock) => dates.map((date) => `${clock} ${date}`));
}

/** Of a quarter or a year the first month, or the last where the last day is meant. */
function monthsOf({ months, period, monthStep }: Said, isLast: boolean): string {
  if (months.length > 0) return unique(months).join();
  const named = period === 'quarter' ? 3 : period === 'year' ? 12 : 1;
  const length = Math.max(monthStep, named);
  if (length === 1) return '*';
  const first = isLast && named > 1 ? length : 1;
  return Array.from({ length: 12 / length }, (_, index) => first + index * length).join();
}

/** `07:00 and 19:00` → `0 7,19`; minutes that differ make patterns of their own. */
function timesOf(times: Said['times']): string[] {
  const byMinute = Map.groupBy(times, ({ minute }) => minute);
  return [...byMinute].map(
    ([minute, all]) => `${minute} ${unique(all.map((one) => one.hour)).join()}`,
  );
}

function step(count: number): string {
  return count === 1 ? '*' : `*/${count}`;
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
