/**
 * Text → date, strictly. Understood are the calendar dates of EDTF (Library of Congress, 2019; part
 * of ISO 8601-2:2019) at level 0 and 1 that a brief can print: year, month, day; `?`, `~` and `%`;
 * unspecified digits (`202X`, `20XX`, `2025-XX`); intervals, open and unknown ends included.
 *
 * Left out on purpose: seasons, as `2019-22` is nearly always meant as 2019 to 2022; times of day;
 * years outside 0001–9999.
 */
import { type DateBound, type DatePoint, daysInMonth, type EdtfDate } from './date.ts';
import { earliestDay, latestDay } from './extent.ts';

/** What is wrong with a text that is no date: one lowercase clause. */
export interface DateProblem {
  readonly problem: string;
}

const pointPattern = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%])?$/;

const malformed: DateProblem = { problem: 'it is not in the form YYYY, YYYY-MM or YYYY-MM-DD' };

/** EDTF text → date, or what is wrong with it. */
export function readDate(text: string): EdtfDate | DateProblem {
  const ends = text.split('/');
  if (ends.length === 1) return readPoint(text);
  const [first, last] = ends;
  if (ends.length > 2 || first === undefined || last === undefined) return malformed;
  const start = readBound(first);
  if (isProblem(start)) return start;
  const end = readBound(last);
  if (isProblem(end)) return end;
  if (typeof start === 'string' && typeof end === 'string') {
    return { problem: 'an interval needs a date at one end' };
  }
  const interval = { type: 'interval', text, start, end } as const;
  const from = earliestDay(interval);
  const to = latestDay(interval);
  if (from !== undefined && to !== undefined && from > to) {
    return { problem: 'it ends before it starts' };
  }
  return interval;
}

/** True where reading failed. */
export function isProblem(read: object | string): read is DateProblem {
  return typeof read === 'object' && 'problem' in read;
}

function readBound(text: string): DateBound | DateProblem {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return readPoint(text);
}

function readPoint(text: string): DatePoint | DateProblem {
  const match = pointPattern.exec(text);
  if (!match) return malformed;
  const [, digits = '', month, day, mark] = match;
  const year = Number(digits.replaceAll('X', '0'));
  if (year === 0) return { problem: 'the calendar has no year 0' };
  const certainty = {
    isApproximate: mark === '~' || mark === '%',
    isUncertain: mark === '?' || mark === '%',
  };
  const base = { type: 'point', text, year, ...certainty } as const;

  if (digits.endsWith('X')) {
    if (month !== undefined) return { problem: 'a month needs a whole year' };
    return { ...base, precision: digits.endsWith('XX') ? 'century' : 'decade' };
  }
  if (month === undefined) return { ...base, precision: 'year' };
  if (month === 'XX') {
    if (day !== undefined && day !== 'XX') return { problem: 'a day needs a month' };
    return { ...base, precision: 'year' };
  }
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return { problem: `there is no month ${month}` };
  if (day === undefined || day === 'XX') return { ...base, precision: 'month', month: monthNumber };
  const dayNumber = Number(day);
  const days = daysInMonth(year, monthNumber);
  if (dayNumber < 1 || dayNumber > days) {
    return { problem: `${digits}-${month} has ${days} days` };
  }
  return { ...base, precision: 'day', month: monthNumber, day: dayNumber };
}
