/** The first and the last day that a date can mean, and the order that follows from them. */
import { type DateBound, type DatePoint, daysInMonth, type EdtfDate, isPoint } from './date.ts';

/** date → the first day it can mean as `YYYY-MM-DD`; undefined where it has no known start. */
export function earliestDay(date: EdtfDate): string | undefined {
  const point = startOf(date);
  return point && isoDay(point.year, point.month ?? 1, point.day ?? 1);
}

/** date → the last day it can mean as `YYYY-MM-DD`; undefined where it has no known end. */
export function latestDay(date: EdtfDate): string | undefined {
  const point = endOf(date);
  if (!point) return undefined;
  const year =
    point.year + (point.precision === 'century' ? 99 : point.precision === 'decade' ? 9 : 0);
  const month = point.month ?? 12;
  return isoDay(year, month, point.day ?? daysInMonth(year, month));
}

/**
 * For sorting: by first day, then by last day, then by the text. No known start comes first, no
 * known end comes last. `2025` stands before `2025-01-01/..` and after `2025-01-01`.
 */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  return (
    compareText(earliestDay(a) ?? '', earliestDay(b) ?? '') ||
    compareText(latestDay(a) ?? '~', latestDay(b) ?? '~') ||
    compareText(a.text, b.text)
  );
}

function startOf(date: EdtfDate): DatePoint | undefined {
  return date.type === 'point' ? date : pointOf(date.start);
}

function endOf(date: EdtfDate): DatePoint | undefined {
  return date.type === 'point' ? date : pointOf(date.end);
}

function pointOf(bound: DateBound): DatePoint | undefined {
  return isPoint(bound) ? bound : undefined;
}

function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
