/** A schedule in words → its words, each with what it is. The grammar is in `words.ts`. */
import { monthNames, weekdayNames } from './cron-fields.ts';
import type { Stretch } from './reading.ts';

/** The last one of a month, a quarter or a year. */
export type Ordinal = 1 | 2 | 3 | 4 | 5 | 'L';

/** One word and what it says. */
export type Token = Stretch & { readonly text: string } & (
    | { readonly kind: 'time'; readonly hour: number; readonly minute: number }
    | { readonly kind: 'weekday'; readonly day: number }
    | { readonly kind: 'month'; readonly month: number }
    | { readonly kind: 'ordinal'; readonly value: Ordinal }
    | { readonly kind: 'dayNumber'; readonly value: number }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'unit'; readonly unit: Unit }
    | { readonly kind: 'group'; readonly days: 'working' | 'weekend' | 'all' }
    | { readonly kind: 'every' | 'to' | 'never' | 'daily' | 'other' | 'unknown' | 'zone' }
  );

export type Unit = 'minute' | 'hour' | 'week' | 'month' | 'quarter' | 'year';

/** Words that may stand between the others and say nothing. */
const fillers = new Set('at on of the in and each , & a'.split(' '));

const ordinals: Readonly<Record<string, Ordinal>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: 'L',
  beginning: 1,
  start: 1,
  end: 'L',
};

const units: Readonly<Record<string, Unit>> = {
  minute: 'minute',
  minutes: 'minute',
  hour: 'hour',
  hours: 'hour',
  hourly: 'hour',
  week: 'week',
  weeks: 'week',
  weekly: 'week',
  month: 'month',
  months: 'month',
  monthly: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  quarterly: 'quarter',
  year: 'year',
  years: 'year',
  yearly: 'year',
  annually: 'year',
};

/** Words of two parts, written as one before the text is cut. */
const workingDay = /\b(?:working|business|week)[ -](?=days?\b)/gi;

/** Everything that can be said, for whoever looks for a near word. */
export const vocabulary: readonly string[] = [
  ...[...weekdayNames, ...monthNames].map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  ...Object.keys(ordinals),
  ...Object.keys(units),
  ...['every', 'daily', 'day', 'weekday', 'weekend', 'noon', 'midnight', 'never', 'month'],
];

const word =
  /\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)\b|\d{1,2}[:.]\d{2}|\d+(?:st|nd|rd|th)\b|\d+|[\p{L}]+\/[\p{L}_/]+|\p{L}+|\S/giu;

/** text → its words; those that say nothing are left out. */
export function tokensOf(text: string): Token[] {
  // As long as before, so that offsets hold.
  const joined = text.replace(workingDay, (match) => `${match.slice(0, -1).replace(/./g, 'W')}W`);
  return [...joined.matchAll(word)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (fillers.has(match[0].toLowerCase())) return [];
    return [{ ...kindOf(match[0]), text: text.slice(start, end), start, end } as Token];
  });
}

function kindOf(written: string): object {
  const text = written.toLowerCase();
  const time = timeOf(text);
  if (time !== undefined) return { kind: 'time', ...time };
  if (/^\d+(?:st|nd|rd|th)$/.test(text))
    return { kind: 'dayNumber', value: Number.parseInt(text, 10) };
  if (/^\d+$/.test(text)) return { kind: 'number', value: Number(text) };
  const singular = text.replace(/s$/, '');
  const weekday = named(weekdayNames, singular) ?? named(weekdayNames, text);
  if (weekday !== undefined) return { kind: 'weekday', day: weekday };
  const month = named(monthNames, text);
  if (month !== undefined) return { kind: 'month', month: month + 1 };
  const ordinal = ordinals[text];
  if (ordinal !== undefined) return { kind: 'ordinal', value: ordinal };
  const unit = units[text];
  if (unit !== undefined) return { kind: 'unit', unit };
  if (/^(?:w+day|weekday|workday)$/.test(singular)) return { kind: 'group', days: 'working' };
  if (singular === 'weekend') return { kind: 'group', days: 'weekend' };
  if (singular === 'day') return { kind: 'group', days: 'all' };
  if (text === 'every' || text === 'all') return { kind: 'every' };
  if (text === 'daily' || text === 'everyday') return { kind: 'daily' };
  if (text === 'never') return { kind: 'never' };
  if (['to', 'until', 'till', 'through', '-', '–'].includes(text)) return { kind: 'to' };
  if (['other', 'fortnight', 'fortnightly', 'biweekly', 'alternate'].includes(text)) {
    return { kind: 'other' };
  }
  const isZone = /\//.test(text) || /^(?:[A-Z]{3,5}|Z)$/.test(written);
  return { kind: isZone ? 'zone' : 'unknown' };
}

/** `7am`, `19:30`, `noon` → hour and minute, valid or not; undefined for what is no time. */
function timeOf(text: string): { hour: number; minute: number } | undefined {
  if (text === 'noon' || text === 'midday') return { hour: 12, minute: 0 };
  if (text === 'midnight') return { hour: 0, minute: 0 };
  const [, digits, minutes, half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text) ?? [];
  if (digits === undefined || (minutes === undefined && half === undefined)) return undefined;
  const hour = Number(digits);
  const minute = Number(minutes ?? 0);
  if (half === undefined) return { hour, minute };
  if (hour < 1 || hour > 12) return { hour: 24, minute };
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute };
}

/** Index of a name in full or by at least its first three letters (`tues`, `sept`). */
function named(names: readonly string[], text: string): number | undefined {
  if (text.length < 3) return undefined;
  const index = names.findIndex(
    (name) => name === text || (text.length <= 5 && name.startsWith(text)),
  );
  return index === -1 ? undefined : index;
}
