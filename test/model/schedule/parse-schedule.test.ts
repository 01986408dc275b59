/** Schedules in words and as cron expressions: what they mean, and what is said of mistakes. */
import { Cron } from 'croner';
import { describe, expect, it, test } from 'vitest';
import { parseCron } from '../../../src/model/schedule/cron.ts';
import { parseSchedule } from '../../../src/model/schedule/parse-schedule.ts';
import { fc } from '../../support/property.ts';

const meanings: Readonly<Record<string, string>> = {
  'first Monday 07:00': '0 7 * * 1#1',
  'every weekday 06:30': '30 6 * * 1,2,3,4,5',
  'last day of the month 17:00': '0 17 L * *',
  'every Monday at 7am': '0 7 * * 1',
  'Mondays 7.30': '30 7 * * 1',
  'Mon, Wed and Fri 08:15': '15 8 * * 1,3,5',
  'Monday to Friday 9:00': '0 9 * * 1,2,3,4,5',
  'Friday to Monday 09:00': '0 9 * * 0,1,5,6',
  'first and third Monday 07:00': '0 7 * * 1#1,1#3',
  '1st and 15th 08:00': '0 8 1,15 * *',
  '1st and 3rd Tuesday of the month 7:30pm': '30 19 * * 2#1,2#3',
  'last Friday of the quarter 16:00': '0 16 * 3,6,9,12 5#L',
  'first Monday of January and July 07:00': '0 7 * 1,7 1#1',
  '1 March 09:00': '0 9 1 3 *',
  'March 1 at noon': '0 12 1 3 *',
  'first working day of the month 09:00': '0 9 1W * *',
  'last weekday 17:00': '0 17 LW * *',
  'end of the month 17:00': '0 17 L * *',
  'every hour': '0 * * * *',
  'every 15 minutes': '*/15 * * * *',
  'every 2 hours on weekdays': '0 */2 * * 1,2,3,4,5',
  'every 3 months on the 1st 07:00': '0 7 1 1,4,7,10 *',
  'quarterly on the first Monday 07:00': '0 7 * 1,4,7,10 1#1',
  'first day of the year 06:00': '0 6 1 1 *',
  'daily 07:00 and 19:30': '0 7 * * * | 30 19 * * *',
  '07:00': '0 7 * * *',
  midnight: '0 0 * * *',
  'weekends 12:15 am': '15 0 * * 0,6',
  never: '',
  '*/15 8-17 * * MON-FRI': '*/15 8-17 * * 1-5',
  '0 7 * * Monday#1': '0 7 * * 1#1',
  '0 7 1 FEBRUARY *': '0 7 1 2 *',
  '0 17 lw * *': '0 17 LW * *',
  '0 7 * * 7': '0 7 * * 0',
  '@weekly': '0 0 * * 0',
};

test.each(Object.entries(meanings))('"%s" means %s', (text, patterns) => {
  const read = parseSchedule(text);
  expect(read.ok && read.patterns.join(' | ')).toBe(patterns);
});

const mistakes: readonly (readonly [text: string, part: string, problem: string, hint: string])[] =
  [
    ['first Monday', 'first Monday', 'no time of day', 'write "first Monday 07:00"'],
    ['first Mondy 07:00', 'Mondy', 'not a word', 'did you mean "Monday"?'],
    ['every 5 minuts', 'minuts', 'not a word', 'did you mean "minute'],
    ['every month 07:00', 'every month 07:00', 'no day', 'first day of the month'],
    ['weekly 07:00', 'weekly 07:00', 'no day of the week', 'every Monday 07:00'],
    ['every other Monday 07:00', 'other', 'cannot be said', 'first and third Monday'],
    ['every 2 weeks 07:00', '2', 'cannot be said', '1st and 15th'],
    ['every Monday at 7', '7', 'a day or an hour', '"07:00" for a time'],
    ['every Monday 25:00', '25:00', 'no time of day', '07:00 or 17:30'],
    ['every Monday 07:00 CET', 'CET', 'does not belong', 'zone: Europe/Paris'],
    ['31 February 07:00', '31 February 07:00', 'never comes', 'another day'],
    ['32nd 07:00', '32nd', 'no day of a month', '31st'],
    ['every 7 minutes', '7', 'come out even', 'every 15 minutes'],
    ['second weekday 07:00', 'weekday', 'counted', 'first and the last'],
    ['every hour 07:00', 'every hour 07:00', 'a time and an interval', 'one of the two'],
    ['75 7 * * *', '75', 'no minute', '0 to 59'],
    ['0 7 * * MNO', 'MNO', 'no weekday', 'did you mean "MON"?'],
    ['0 0 7 * * 1', '0 0 7 * * 1', '6 fields', 'leave out the seconds'],
    ['0 7 * *', '0 7 * *', '4 fields', 'minute, hour, day, month, weekday'],
    ['5/10 * * * *', '5/10', 'no range', '5-59/10'],
    ['0 7 * * FRI-MON', 'FRI-MON', 'backwards', 'smaller one first'],
    ['0 7 ? * 1', '?', 'other programs', 'write *'],
    ['0 0 30 2 *', '0 0 30 2 *', 'never comes', 'another day'],
    ['@dayly', '@dayly', 'no short form', 'did you mean "@daily"?'],
  ];

test.each(mistakes)('"%s": says of "%s" that it %s', (text, part, problem, hint) => {
  const read = parseSchedule(text);
  if (read.ok) throw new Error(`it was read as ${read.patterns.join()}`);
  expect(text.slice(read.start, read.end)).toBe(part);
  expect(read.problem).toContain(problem);
  expect(read.hint).toContain(hint);
});

describe('whatever somebody types', () => {
  it('is read or explained, with a part of the text that is there', () => {
    const words = fc.constantFrom(
      ...'first last every other Monday weekday day month 07:00 7 1st 31st of to and quarter hour 2 * - x'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (schedule) => {
        const read = parseSchedule(schedule);
        if (read.ok) return read.patterns.every((pattern) => new Cron(pattern, { paused: true }));
        return read.start >= 0 && read.end > read.start && read.hint !== '';
      }),
    );
  });

  it('is taken by croner in the form that it is given, where a cron expression is accepted', () => {
    const number = fc.integer({ min: 0, max: 62 }).map(String);
    const item = fc.oneof(
      number,
      fc.tuple(number, number).map(([a, b]) => `${a}-${b}`),
      fc.tuple(number, number, number).map(([a, b, c]) => `${a}-${b}/${c}`),
      fc.constantFrom('*', '*/5', 'L', 'LW', '1W', 'MON', 'SUN', 'MON#2', '7#L', 'JAN', 'MON-SUN'),
    );
    const field = fc.array(item, { minLength: 1, maxLength: 3 }).map((all) => all.join());
    const expression = fc.tuple(fc.nat(4), field).map(([index, text]) => {
      return ['0', '7', '*', '*', '*'].with(index, text).join(' ');
    });
    let accepted = 0;
    fc.assert(
      fc.property(expression, (text) => {
        const read = parseCron(text);
        if (!read.ok) return;
        accepted += 1;
        for (const pattern of read.patterns) new Cron(pattern, { paused: true, mode: '5-part' });
      }),
      { numRuns: 20_000 },
    );
    expect(accepted).toBeGreaterThan(1_000);
  });
});
