/**
 * Schedules in English words: `every weekday 06:30`, `first Monday 07:00`, `1st and 15th 08:00`, `last
 * day of the month 17:00`. The words are gathered first, in whatever order they stand, and then put
 * into patterns.
 */
import { didYouMean } from '../did-you-mean.ts';
import { parseCron } from './cron.ts';
import { patternsOf, type Said } from './patterns.ts';
import { flawAt, type ScheduleFlaw, type ScheduleReading } from './reading.ts';
import { type Ordinal, type Token, tokensOf, vocabulary } from './tokens.ts';

/** text → patterns, or the first thing that is wrong with it. */
export function parseWords(text: string): ScheduleReading {
  const tokens = tokensOf(text);
  const whole = { start: 0, end: Math.max(1, text.length) };
  if (tokens.length === 1 && tokens[0]?.kind === 'never') return { ok: true, patterns: [] };
  const said = gather(tokens);
  if ('problem' in said) return said;
  const missing = whatIsMissing(said, text.trim());
  if (missing !== undefined) return flawAt(whole, ...missing);
  for (const pattern of patternsOf(said)) {
    const read = parseCron(pattern);
    if (!read.ok) return flawAt(whole, read.problem, read.hint);
  }
  return { ok: true, patterns: patternsOf(said) };
}

function gather(tokens: readonly Token[]): Said | ScheduleFlaw {
  const said: Said = {
    times: [],
    weekdays: [],
    days: [],
    months: [],
    every: undefined,
    period: undefined,
    monthStep: 1,
    isDaily: false,
  };
  let ordinals: readonly Ordinal[] = [];
  let isEvery = false;
  const settle = () => {
    for (const value of ordinals) said.days.push(value);
    ordinals = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const before = tokens[index - 1];
    const next = tokens[index + 1];
    switch (token.kind) {
      case 'time':
        if (token.hour > 23 || token.minute > 59) {
          return flawAt(token, 'is no time of day', 'write hours and minutes: 07:00 or 17:30');
        }
        said.times.push({ hour: token.hour, minute: token.minute });
        break;
      case 'ordinal':
        ordinals = before?.kind === 'ordinal' ? [...ordinals, token.value] : [token.value];
        if (next?.kind === 'unit' || next === undefined || next.kind === 'time') settle();
        if (next?.kind === 'month' && /^(?:end|start|beginning|last|first)$/i.test(token.text)) {
          settle();
        }
        break;
      case 'weekday': {
        const after = tokens[index + 2];
        if (next?.kind === 'to' && after?.kind === 'weekday') {
          for (const day of daysBetween(token.day, after.day))
            said.weekdays.push({ day, nths: ordinals });
          index += 2;
        } else {
          said.weekdays.push({ day: token.day, nths: ordinals });
        }
        if (tokens[index + 1]?.kind !== 'weekday') ordinals = [];
        break;
      }
      case 'group': {
        const flaw = addGroup(said, token, ordinals);
        if (flaw !== undefined) return flaw;
        ordinals = [];
        break;
      }
      case 'dayNumber':
        // "1st Monday" is "first Monday".
        if (isDayWord(nextWord(tokens, index))) {
          if (token.value > 5) return flawAt(token, 'is more than a month has', 'write "last"');
          const earlier =
            before?.kind === 'dayNumber' || before?.kind === 'ordinal' ? ordinals : [];
          ordinals = [...earlier, token.value as Ordinal];
          break;
        }
        if (token.value < 1 || token.value > 31) {
          return flawAt(token, 'is no day of a month', 'write a day from 1st to 31st');
        }
        said.days.push(token.value);
        break;
      case 'number': {
        const flaw = addNumber(said, token, { before, next, isEvery });
        if (flaw !== undefined) return flaw;
        if (next?.kind === 'unit') index += 1;
        break;
      }
      case 'month':
        said.months.push(token.month);
        break;
      case 'unit':
        if (token.unit === 'hour' || token.unit === 'minute') {
          said.every = { count: 1, unit: token.unit };
        } else if (token.unit !== 'week') said.period = token.unit;
        else said.period ??= 'week';
        break;
      case 'daily':
        said.isDaily = true;
        break;
      case 'every':
        isEvery = true;
        break;
      case 'other':
        return flawAt(token, 'cannot be said: which of the two weeks?', fortnight);
      case 'zone':
        return flawAt(
          token,
          'does not belong here',
          'name the time zone below it: zone: Europe/Paris',
        );
      case 'to':
      case 'never':
        return flawAt(token, 'is out of place here', examples);
      case 'unknown': {
        const near = didYouMean(token.text, vocabulary);
        const hint = near === undefined ? examples : `did you mean "${near}"?`;
        return flawAt(token, 'is not a word of a schedule', hint);
      }
    }
  }
  settle();
  return said;
}

const examples =
  'write it as in "every weekday 06:30", "first Monday 07:00" or "1st and 15th 08:00"';
const fortnight = 'write "first and third Monday 07:00", or "1st and 15th 07:00"';

/** Past other ordinals, as in "1st and 3rd Monday". */
function nextWord(tokens: readonly Token[], index: number): Token | undefined {
  return tokens.slice(index + 1).find(({ kind }) => kind !== 'ordinal' && kind !== 'dayNumber');
}

function isDayWord(token: Token | undefined): boolean {
  return token?.kind === 'weekday' || (token?.kind === 'group' && token.days === 'working');
}

function daysBetween(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 7);
}

/** `weekday`, `weekend`, `day`, alone or after `first` and `last`. */
function addGroup(
  said: Said,
  token: Token & { readonly kind: 'group' },
  ordinals: readonly Ordinal[],
): ScheduleFlaw | undefined {
  if (ordinals.length === 0) {
    if (token.days === 'all') said.isDaily = true;
    const days = { working: [1, 2, 3, 4, 5], weekend: [6, 0], all: [] }[token.days];
    for (const day of days) said.weekdays.push({ day, nths: [] });
    return undefined;
  }
  for (const value of ordinals) {
    if (token.days === 'all') said.days.push(value);
    else if (token.days === 'working' && (value === 1 || value === 'L')) {
      said.days.push(value === 1 ? '1W' : 'LW');
    } else {
      const hint = 'of working days only the first and the last can be said; or name a weekday';
      return flawAt(token, 'cannot be counted', hint);
    }
  }
  return undefined;
}

interface Around {
  readonly before: Token | undefined;
  readonly next: Token | undefined;
  readonly isEvery: boolean;
}

/** A bare number is a day beside a month, or a count after "every". */
function addNumber(
  said: Said,
  token: Token & { readonly kind: 'number' },
  { before, next, isEvery }: Around,
): ScheduleFlaw | undefined {
  const { value } = token;
  const isDay = before?.kind === 'month' || next?.kind === 'month' || before?.kind === 'group';
  if (isDay && value >= 1 && value <= 31) {
    said.days.push(value);
    return undefined;
  }
  if (isEvery && next?.kind === 'unit') {
    const { unit } = next;
    if (unit === 'minute' || unit === 'hour') {
      const whole = unit === 'minute' ? 60 : 24;
      if (value >= 1 && whole % value === 0) {
        said.every = { count: value, unit };
        return undefined;
      }
      const hint = `write a number by which ${whole} can be divided, as in "every ${whole / 4} ${unit}s"`;
      return flawAt(token, 'does not come out even', hint);
    }
    const months = { week: 0, month: value, quarter: 3 * value, year: 12 * value }[unit];
    if (months >= 1 && 12 % months === 0) {
      said.period = unit;
      said.monthStep = months;
      return undefined;
    }
    if (unit === 'week') return flawAt(token, 'cannot be said of weeks', fortnight);
    return flawAt(token, 'does not come out even', 'write every 2, 3, 4 or 6 months');
  }
  if (isEvery && next?.kind === 'group') {
    return flawAt(token, 'cannot be said of days', 'name the days: "1st, 11th and 21st 07:00"');
  }
  // The word after it is the mistake, and is explained next.
  if (isEvery && next?.kind === 'unknown') return undefined;
  const time = value < 24 ? `${String(value).padStart(2, '0')}:00` : '07:00';
  return flawAt(
    token,
    'may be a day or an hour',
    `write "${value}th" for a day, "${time}" for a time`,
  );
}

function whatIsMissing(said: Said, text: string): readonly [string, string] | undefined {
  const { times, every, days, weekdays, period, isDaily, months } = said;
  if (text === '') return ['is empty', examples];
  if (times.length > 0 && every !== undefined) {
    return ['says a time and an interval', `leave out one of the two`];
  }
  if (times.length === 0 && every === undefined) {
    return ['says no time of day', `write "${text} 07:00"`];
  }
  const hasDay = days.length > 0 || weekdays.length > 0 || isDaily || every !== undefined;
  if (hasDay || (period === undefined && months.length === 0)) return undefined;
  if (period === 'week') return ['says no day of the week', 'write "every Monday 07:00"'];
  const unit = period ?? 'month';
  return [
    'says no day',
    `write "first day of the ${unit} 07:00" or "last Friday of the ${unit} 07:00"`,
  ];
}
