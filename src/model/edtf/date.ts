/**
 * What a date is here: a point of the calendar known to some precision, or an interval between two
 * such points. Plain data; a date of 2025-06 has no day, so nothing can print one.
 */

/** The smallest unit that is known. */
export type Precision = 'century' | 'decade' | 'year' | 'month' | 'day';

/** A point of the Gregorian calendar at the precision known. */
export interface DatePoint {
  readonly type: 'point';
  /** As it was written: `2025-06~`. */
  readonly text: string;
  readonly precision: Precision;
  /** 1–9999; the first year of a decade or century. */
  readonly year: number;
  /** 1–12, present from precision `month` on. */
  readonly month?: number;
  /** 1–31, present at precision `day`. */
  readonly day?: number;
  /** Written with `~` or `%`. */
  readonly isApproximate: boolean;
  /** Written with `?` or `%`. */
  readonly isUncertain: boolean;
}

/** One end of an interval: a point, `..` (goes on), or nothing (not known). */
export type DateBound = DatePoint | 'open' | 'unknown';

/** A time between two points, both included. At least one end is a point. */
export interface DateInterval {
  readonly type: 'interval';
  readonly text: string;
  readonly start: DateBound;
  readonly end: DateBound;
}

export type EdtfDate = DatePoint | DateInterval;

/** True where the end of an interval is a point. */
export function isPoint(bound: DateBound): bound is DatePoint {
  return typeof bound !== 'string';
}

/** Gregorian year, month 1–12 → number of days in it. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
