/**
 * A date as a reader sees it, in the brief's language, at exactly the precision that is known. Names
 * and order come from `Intl` (CLDR), always in UTC and in the Gregorian calendar.
 */
import { type DateBound, type DatePoint, type EdtfDate, isPoint } from './date.ts';

/** The words around a date; `{date}` and `{year}` stand for what `Intl` prints. */
export interface DateLabels {
  /** Written with `~`. */
  readonly approximate: string;
  /** Written with `?`. */
  readonly uncertain: string;
  /** `{year}` is the first year: `202X`. */
  readonly decade: string;
  /** Goes on: `2024/..`. */
  readonly from: string;
  /** Went on before: `../2024`. */
  readonly until: string;
  /** The end is not known: `2024/`. */
  readonly endUnknown: string;
  /** The start is not known: `/2024`. */
  readonly startUnknown: string;
}

/** The words for English. */
export const englishDateLabels: DateLabels = {
  approximate: 'c. {date}',
  uncertain: 'possibly {date}',
  decade: '{year}s',
  from: 'from {date}',
  until: 'until {date}',
  endUnknown: 'from {date}, end not known',
  startUnknown: 'until {date}, start not known',
};

/**
 * date, BCP 47 tag → text such as `14–20 June 2025`. An unknown or malformed tag is read as `en-GB`.
 * `labels` take the place of the English ones, each by itself.
 */
export function formatDate(date: EdtfDate, lang: string, labels: Partial<DateLabels> = {}): string {
  const words = { ...englishDateLabels, ...labels };
  const locale = supportedLocale(lang);
  if (date.type === 'point') return withDoubt(pointText(date, locale, words), date, words);
  const { start, end } = date;
  if (isPoint(start) && isPoint(end)) return rangeText(start, end, locale, words);
  const known = isPoint(start) ? start : isPoint(end) ? end : undefined;
  if (known === undefined) return date.text;
  const text = withDoubt(pointText(known, locale, words), known, words);
  return fill(words[openLabel(start, end)], { date: text });
}

function openLabel(start: DateBound, end: DateBound): keyof DateLabels {
  if (isPoint(start)) return end === 'open' ? 'from' : 'endUnknown';
  return start === 'open' ? 'until' : 'startUnknown';
}

/** Tag → the locale that `Intl` has for it; to ask takes as long as to make a formatter. */
const locales = new Map<string, string>();

function supportedLocale(lang: string): string {
  const known = locales.get(lang);
  if (known !== undefined) return known;
  const found = firstSupported(lang) ?? 'en-GB';
  locales.set(lang, found);
  return found;
}

function firstSupported(lang: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0];
  } catch {
    return undefined;
  }
}

function pointText(point: DatePoint, locale: string, words: DateLabels): string {
  const format = formatter(point, locale);
  if (point.precision === 'decade') {
    return fill(words.decade, { year: tidy(format.format(utc(point))) });
  }
  if (point.precision === 'century') {
    return joinRange(
      format.formatRangeToParts(utc(point), utc({ ...point, year: point.year + 99 })),
    );
  }
  return tidy(format.format(utc(point)));
}

/** Two points in one form where both are known alike; else each by itself. */
function rangeText(start: DatePoint, end: DatePoint, locale: string, words: DateLabels): string {
  const isAlike =
    start.precision === end.precision &&
    start.isApproximate === end.isApproximate &&
    start.isUncertain === end.isUncertain;
  if (isAlike && !['decade', 'century'].includes(start.precision)) {
    const parts = formatter(start, locale).formatRangeToParts(utc(start), utc(end));
    const [first, last] = [start, end].map((point) => pointText(point, locale, words));
    // CLDR has no long form of some ranges (Chinese, Japanese) and gives 2025/6/14 there.
    const isDegraded = parts.some((part) => part.value === '/') && !first?.includes('/');
    const text = isDegraded ? `${first}–${last}` : joinRange(parts);
    return withDoubt(text, start, words);
  }
  const sides = [start, end].map((point) =>
    withDoubt(pointText(point, locale, words), point, words),
  );
  return sides.join(' – ');
}

/** Making a formatter costs fifty times what using it does, and a few of them serve all dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(point: DatePoint, locale: string): Intl.DateTimeFormat {
  const hasMonth = point.month !== undefined;
  const hasDay = point.day !== undefined;
  const key = `${locale} ${hasMonth} ${hasDay}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(hasMonth ? { month: 'long' } : {}),
    ...(hasDay ? { day: 'numeric' } : {}),
  });
  formatters.set(key, made);
  return made;
}

/** Midnight UTC of the first day. `Date.UTC` would take the years 1–99 for 1901–1999. */
function utc(point: Pick<DatePoint, 'year' | 'month' | 'day'>): Date {
  const date = new Date(0);
  date.setUTCFullYear(point.year, (point.month ?? 1) - 1, point.day ?? 1);
  return date;
}

/**
 * Parts of a range → text. An en dash stands closed up between single words or numbers (14–20 June)
 * and with spaces between compounds (30 May – 2 June), as CLDR's thin spaces are in few fonts.
 */
function joinRange(parts: readonly Intl.DateTimeRangeFormatPart[]): string {
  const isSimple = (source: string) => parts.filter((part) => part.source === source).length === 1;
  const dash = isSimple('startRange') && isSimple('endRange') ? '–' : ' – ';
  return tidy(
    parts
      .map((part) => (part.source === 'shared' && part.value.trim() === '–' ? dash : part.value))
      .join(''),
  );
}

/** Thin and narrow spaces → ordinary and no-break spaces, which every font has. */
function tidy(text: string): string {
  return text.replaceAll('\u2009', ' ').replaceAll('\u202f', '\u00a0');
}

function withDoubt(text: string, point: DatePoint, words: DateLabels): string {
  const approximate = point.isApproximate ? fill(words.approximate, { date: text }) : text;
  return point.isUncertain ? fill(words.uncertain, { date: approximate }) : approximate;
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
