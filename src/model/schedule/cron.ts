/**
 * Cron expressions of five fields, with the additions that people know from elsewhere: names of months
 * and weekdays, `L` for the last day, `LW` and `1W` for working days, `MON#1` and `FRI#L`.
 * Sources: POSIX.1-2024, crontab; the Open Cron Pattern Specification 1.4.
 */
import { suggest } from '../did-you-mean.ts';
import { type CronField, cronFields } from './cron-fields.ts';
import { flawAt, type ScheduleFlaw, type ScheduleReading, type Stretch } from './reading.ts';

/** Source: crontab(5), "Extensions". */
const nicknames: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

/** text → patterns in numbers (mostly one), or the first thing that is wrong with it. */
export function parseCron(text: string): ScheduleReading {
  const fields = [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const whole = { start: fields[0]?.start ?? 0, end: fields.at(-1)?.end ?? 0 };
  const [only] = fields;
  if (only?.text.startsWith('@') === true) {
    const known = nicknames[only.text.toLowerCase()];
    if (known !== undefined && fields.length === 1) return { ok: true, patterns: [known] };
    const hint = suggest(only.text, Object.keys(nicknames)) ?? 'write words: every Monday 07:00';
    return flawAt(whole, 'is no short form of a cron expression', hint);
  }
  if (fields.length !== 5) {
    const problem = `has ${fields.length} fields; a cron expression has five`;
    const hint =
      fields.length === 6
        ? 'leave out the seconds: minute, hour, day, month, weekday'
        : 'write minute, hour, day, month, weekday: "0 7 * * MON", or words: "every Monday 07:00"';
    return flawAt(whole, problem, hint);
  }
  const written: string[] = [];
  for (const [index, field] of fields.entries()) {
    const rules = cronFields[index];
    if (rules === undefined) throw new Error('a cron expression has more fields than are known');
    const read = readField(field, rules);
    if (typeof read !== 'string') return read;
    written.push(read);
  }
  const [, , days = '', months = '', weekdays = ''] = written;
  if (weekdays === '*' && isNever(days, months)) {
    return flawAt(whole, 'never comes: no such month has that day', 'choose another day');
  }
  const parts = apart(days).map((part) => written.with(2, part).join(' '));
  return { ok: true, patterns: parts };
}

/** `1,LW` → `1` and `LW`: the last working day stands alone in a pattern. */
function apart(days: string): string[] {
  const all = [...new Set(days.split(','))];
  const plain = all.filter((day) => day !== 'LW');
  if (plain.length === all.length) return [days];
  return [...(plain.length === 0 ? [] : [plain.join()]), 'LW'];
}

interface Written extends Stretch {
  readonly text: string;
}

/** `MON-FRI` → `1-5`, or what is wrong. */
function readField(field: Written, rules: CronField): string | ScheduleFlaw {
  const items: string[] = [];
  let start = field.start;
  for (const text of field.text.split(',')) {
    const item = { text, start, end: Math.max(start + text.length, start + 1) };
    const read = readItem(item, rules);
    if (typeof read !== 'string') return read;
    items.push(read);
    start += text.length + 1;
  }
  return items.includes('*') ? '*' : items.join(',');
}

function readItem(item: Written, rules: CronField): string | ScheduleFlaw {
  const { text } = item;
  if (text === '*') return '*';
  if (text === '?') return flawAt(item, 'is used by other programs only', 'write * in its place');
  if (rules.special?.test(text) === true) return text.toUpperCase();
  const nth = /^([^#]+)#([1-5L])$/i.exec(text);
  if (nth !== null && rules.hasNth === true) {
    const day = readNumber({ ...item, text: nth[1] ?? '' }, rules);
    return typeof day === 'number' ? `${day % 7}#${(nth[2] ?? '').toUpperCase()}` : day;
  }
  const [, range = '', step] = /^([^/]*)(?:\/(.*))?$/.exec(text) ?? [];
  if (step !== undefined && !/^[1-9]\d*$/.test(step)) {
    return flawAt(item, `has a step that is no number`, `write */15 for every fifteenth`);
  }
  if (step !== undefined && Number(step) > rules.max) {
    return flawAt(item, `has a step beyond ${rules.max}`, `write the ${rules.name} alone`);
  }
  const tail = step === undefined ? '' : `/${step}`;
  if (range === '*') return `*${tail}`;
  const [low = '', high, ...more] = range.split('-');
  if (more.length > 0) return flawAt(item, 'is no range', `write a range as ${rules.example}`);
  const from = readNumber({ ...item, text: low }, rules);
  if (typeof from !== 'number') return from;
  if (high === undefined) {
    if (step === undefined) return String(rules.hasNth === true ? from % 7 : from);
    return flawAt(item, 'has a step but no range', `write ${from}-${rules.max}/${step}`);
  }
  const to = readNumber({ ...item, text: high }, rules);
  if (typeof to !== 'number') return to;
  const last = rules.hasNth === true && to === 0 ? 7 : to;
  if (last < from) {
    return flawAt(item, 'runs backwards', 'write the smaller one first, or list them with commas');
  }
  return `${from}-${last}${tail}`;
}

function readNumber(item: Written, rules: CronField): number | ScheduleFlaw {
  const { text } = item;
  if (/^\d{1,2}$/.test(text)) {
    const value = Number(text);
    if (value >= rules.min && value <= rules.max) return value;
    const problem = `is no ${rules.name}: they go from ${rules.min} to ${rules.max}`;
    return flawAt(item, problem, `write a number from ${rules.min} to ${rules.max}`);
  }
  const names = rules.names ?? [];
  const index = names.indexOf(text.slice(0, 3).toUpperCase());
  const isWhole = rules.longNames?.[index] === text.toLowerCase() || text.length === 3;
  if (index >= 0 && isWhole) return index + rules.min;
  const near = /[a-z]/i.test(text) ? suggest(text, names) : undefined;
  const hint = near ?? `write a number from ${rules.min} to ${rules.max}, or * for all`;
  return flawAt(item, `is no ${rules.name}`, hint);
}

/** Days that a month has at most; February in a leap year. Source: the Gregorian calendar. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isNever(days: string, months: string): boolean {
  if (!/^\d+(?:[-,]\d+)*$/.test(days) || !/^\d+(?:,\d+)*$/.test(months)) return false;
  const first = Math.min(...days.split(/[-,]/).map(Number));
  return months.split(',').every((month) => (longest[Number(month) - 1] ?? 31) < first);
}
