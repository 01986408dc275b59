/**
 * A date written as people write dates → the EDTF it may stand for. Only used to word a hint: the
 * program never takes a guess for the author's word. Ambiguous dates give every reading.
 */
import { daysInMonth } from './date.ts';
import { isProblem, readDate } from './read.ts';

/** Languages whose month names are recognised. */
const monthLanguages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'] as const;

/** Text that is no EDTF date → what it may mean, most likely first; empty where nothing fits. */
export function suggestDates(text: string): readonly string[] {
  const plain = text.trim().replace(/\s+/g, ' ');
  const found = recognisers.map((recognise) => recognise(plain)).find((list) => list.length > 0);
  return [...new Set(found ?? [])].filter((candidate) => !isProblem(readDate(candidate)));
}

const recognisers: readonly ((text: string) => readonly string[])[] = [
  (text) => (isProblem(readDate(text)) ? [] : [text]),
  timeOfDay,
  impossibleDay,
  approximate,
  decade,
  quarter,
  yearRange,
  numeric,
  named,
  interval,
];

function timeOfDay(text: string): readonly string[] {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text);
  return match?.[1] ? [match[1]] : [];
}

/** 2025-02-29: the last day of that month, or the first of the next. 2025-06-00: 2025-06. */
function impossibleDay(text: string): readonly string[] {
  const zero = /^(\d{4}(?:-(?!00)\d{2})?)(?:-00)+$/.exec(text);
  if (zero?.[1]) return [zero[1]];
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return [];
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month > 12 && day <= 12) return [iso(year, day, month)];
  if (month < 1 || month > 12 || day < 29) return [];
  const last = iso(year, month, daysInMonth(year, month));
  return [last, month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1)];
}

function approximate(text: string): readonly string[] {
  const match = /^(?:c|ca|circa|about|around|approx|approximately)\.? ?(\S.*)$/i.exec(text);
  return match?.[1] ? one(match[1]).map((date) => `${date}~`) : [];
}

function decade(text: string): readonly string[] {
  const match = /^(?:the )?(\d{3})0['’]?s$/.exec(text);
  return match?.[1] ? [`${match[1]}X`] : [];
}

function quarter(text: string): readonly string[] {
  const match = /^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[ /-]?(\d{4}))$/i.exec(text);
  if (!match) return [];
  const year = Number(match[1] ?? match[4]);
  const first = (Number(match[2] ?? match[3]) - 1) * 3 + 1;
  return [`${iso(year, first)}/${iso(year, first + 2)}`];
}

/** 2019-22, 2019–2022: years from and to, never a season. */
function yearRange(text: string): readonly string[] {
  const match = /^(\d{4}) ?[-–—/] ?(\d{4}|\d{2})$/.exec(text);
  if (!match) return [];
  const [, from = '', to = ''] = match;
  const end = to.length === 2 ? from.slice(0, 2) + to : to;
  return end > from ? [`${from}/${end}`] : [];
}

/** 1/19/2024, 19.1.2024, 2024/1/19, 2024-7, 20240119. */
function numeric(text: string): readonly string[] {
  const yearFirst =
    /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return [iso(Number(year), Number(month), day === undefined ? undefined : Number(day))];
  }
  const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
    const dayFirst = iso(year, second, first);
    const monthFirst = iso(year, first, second);
    // Points are written day first wherever they are written at all; slashes and hyphens both ways.
    if (yearLast[2] === '.') return [dayFirst];
    return [dayFirst, monthFirst];
  }
  const monthYear = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  return monthYear ? [iso(Number(monthYear[2]), Number(monthYear[1]))] : [];
}

/** Jan 2019, 19 January 2019, January 19th, 2019, 14. Juni 2025, 14 de junio de 2025. */
function named(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && word !== 'de' && word !== 'of' && word !== 'do');
  if (words.length < 2 || words.length > 3) return [];
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const months = words.map(monthNumber).filter((month) => month !== undefined);
  const days = words.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? []);
  const [year, month, day] = [years[0], months[0], days[0]];
  if (year === undefined || month === undefined) return [];
  if (years.length + months.length + days.length !== words.length) return [];
  return [iso(Number(year), month, day === undefined ? undefined : Number(day))];
}

/** Two dates with a dash, a slash or "to" between them; `2025-06-14/20` for a span of days. */
function interval(text: string): readonly string[] {
  const short = /^(\d{4}-\d{2}-)(\d{2}) ?[/–—] ?(\d{2})$/.exec(text);
  if (short) return [`${short[1]}${short[2]}/${short[1]}${short[3]}`];
  const match = /^(.{4,}?)(?: ?[–—/] ?| - | to )(.{4,})$/.exec(text);
  if (!match) return [];
  const [start] = one(match[1] ?? '');
  const [end] = one(match[2] ?? '');
  if (start === undefined || end === undefined) return [];
  return [`${start}/${end}`, `${end}/${start}`].slice(0, start <= end ? 1 : 2);
}

/** The only reading of a text, where it has just one. */
function one(text: string): readonly string[] {
  const readings = suggestDates(text);
  return readings.length === 1 ? readings : [];
}

/** Month name or its abbreviation of three letters or more → 1–12. */
function monthNumber(word: string): number | undefined {
  if (!/^\p{L}{3,}$/u.test(word)) return undefined;
  for (const lang of monthLanguages) {
    const name = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const full = name.format(Date.UTC(2000, month - 1, 1)).toLowerCase();
      if (full.startsWith(word)) return month;
    }
  }
  return undefined;
}

function iso(year: number, month: number, day?: number): string {
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0')];
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}
