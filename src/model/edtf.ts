/**
 * Dates at the precision that is known: EDTF level 0 and 1, without seasons and times of day.
 *
 * The reader is our own, in `edtf/read.ts`. The `edtf` package takes 18–28 ms to import, more than
 * reading a whole project's dates, and accepts what a brief must refuse (`2019-22` as a season); the
 * tests hold our reader against it on every date that both understand.
 */
export type { DateBound, DateInterval, DatePoint, EdtfDate, Precision } from './edtf/date.ts';
export { compareDates, earliestDay, latestDay } from './edtf/extent.ts';
export { type DateLabels, englishDateLabels, formatDate } from './edtf/format.ts';
export { type CslDate, isoForm, toCslDate } from './edtf/forms.ts';
export { type ParsedDate, parseDate } from './edtf/parse.ts';
