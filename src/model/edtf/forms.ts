/** A date in the forms that other formats want. */
import { type DatePoint, type EdtfDate, isPoint } from './date.ts';

/** A date as CSL-JSON has it. Source: CSL 1.0.2, `csl-data.json`, date-variable. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: true;
  readonly literal?: string;
}

/**
 * date → CSL date. Decades and centuries become ranges of years; `..` at the end becomes the open
 * range of CSL; a date without known start has no such form and becomes a literal. CSL knows one kind
 * of doubt, so approximate and uncertain are both `circa`.
 */
export function toCslDate(date: EdtfDate): CslDate {
  if (date.type === 'point') {
    const parts = lastYear(date) === date.year ? [partsOf(date)] : [partsOf(date), endParts(date)];
    return withDoubt({ 'date-parts': parts }, isDoubtful(date));
  }
  const { start, end } = date;
  if (!isPoint(start)) return { literal: isPoint(end) ? `–${isoParts(end)}` : date.text };
  const from = partsOf(start);
  if (!isPoint(end)) {
    const parts = end === 'open' ? [from, from.map(() => 0)] : [from];
    return withDoubt({ 'date-parts': parts }, isDoubtful(start));
  }
  if (start.text === end.text) return toCslDate(start);
  // Processors refuse a range whose ends are not known alike, so both take the coarser form.
  const to = endParts(end);
  const known = Math.min(from.length, to.length);
  const parts = [from.slice(0, known), to.slice(0, known)];
  return withDoubt({ 'date-parts': parts }, isDoubtful(start) || isDoubtful(end));
}

/**
 * date → value for `<time datetime>`, or undefined where HTML has no form that says no more than is
 * known: intervals, decades, approximate and uncertain dates. Source: HTML, "The time element".
 */
export function isoForm(date: EdtfDate): string | undefined {
  if (date.type === 'interval' || isDoubtful(date) || lastYear(date) !== date.year)
    return undefined;
  return isoParts(date);
}

function isDoubtful(point: DatePoint): boolean {
  return point.isApproximate || point.isUncertain;
}

function lastYear(point: DatePoint): number {
  if (point.precision === 'century') return point.year + 99;
  return point.precision === 'decade' ? point.year + 9 : point.year;
}

function partsOf(point: DatePoint): readonly number[] {
  return [point.year, point.month, point.day].filter((part) => part !== undefined);
}

function endParts(point: DatePoint): readonly number[] {
  const last = lastYear(point);
  return last === point.year ? partsOf(point) : [last];
}

function isoParts(point: DatePoint): string {
  return partsOf(point)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}

function withDoubt(date: CslDate, doubtful: boolean): CslDate {
  return doubtful ? { ...date, circa: true } : date;
}
