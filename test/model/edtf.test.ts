import edtf from 'edtf';
import { describe, expect, it } from 'vitest';
import {
  compareDates,
  type EdtfDate,
  earliestDay,
  formatDate,
  isoForm,
  latestDay,
  parseDate,
  toCslDate,
} from '../../src/model/edtf.ts';
import { fc } from '../support/property.ts';

function date(text: string): EdtfDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.date;
}

function suggestion(text: string): string | undefined {
  const parsed = parseDate(text);
  return parsed.ok ? 'accepted' : parsed.suggestion;
}

describe('parseDate', () => {
  it.each([
    ['2025-02-29', '2025-02-28 or 2025-03-01'],
    ['1/19/2024', '2024-01-19'],
    ['19/1/2024', '2024-01-19'],
    ['19.1.2024', '2024-01-19'],
    ['12/3/2025', '2025-03-12 or 2025-12-03'],
    ['5/5/2025', '2025-05-05'],
    ['2019-22', '2019/2022'],
    ['2019–2022', '2019/2022'],
    ['Jan 2019', '2019-01'],
    ['January 19th, 2019', '2019-01-19'],
    ['14. Juni 2025', '2025-06-14'],
    ['14 de junio de 2025', '2025-06-14'],
    ['3 août 2020', '2020-08-03'],
    ['14 June 2025 to 20 June 2025', '2025-06-14/2025-06-20'],
    ['2025-06-20/2025-06-14', '2025-06-14/2025-06-20'],
    ['2025-06-14/20', '2025-06-14/2025-06-20'],
    ['2024-31-12', '2024-12-31'],
    ['2024/7', '2024-07'],
    ['2025-06-00', '2025-06'],
    ['2024-05-01T10:00', '2024-05-01'],
    ['20240119', '2024-01-19'],
    ['c. 2025', '2025~'],
    ['2020s', '202X'],
    ['Q1 2024', '2024-01/2024-03'],
    [' 2025 ', '2025'],
  ])('refuses %s and offers %s', (text, offered) => {
    expect(suggestion(text)).toBe(offered);
  });

  it.each([
    'yesterday',
    '',
    'spring 2020',
    '2024-13',
    '../..',
    '2025/2026/2027',
    '202X-05',
    '0000',
  ])('refuses %s without a guess', (text) => {
    expect(parseDate(text)).toEqual({ ok: false, problem: expect.any(String) });
  });

  it('takes a bare year as the number that YAML makes of it', () => {
    expect(parseDate(2025)).toMatchObject({ ok: true, date: { year: 2025, precision: 'year' } });
  });

  it('never throws and only offers dates that it would take', () => {
    const word = fc.constantFrom(
      ...'2025 19 1 02 29 00 13 2019 Jan mai - / . , to c. Q1 X .. ~ ?'.split(' '),
      ' ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const parsed = parseDate(input);
        if (parsed.ok || parsed.suggestion === undefined) return;
        for (const offered of parsed.suggestion.split(' or '))
          expect(parseDate(offered).ok).toBe(true);
      }),
    );
  });

  it('agrees with the edtf package on what each date spans', () => {
    const two = (low: number, high: number) =>
      fc.integer({ min: low, max: high }).map((n) => String(n).padStart(2, '0'));
    // The package takes years before 100 for those of the last century, and the last decades before
    // 9999 have no end for it.
    const year = fc.integer({ min: 1000, max: 9000 }).map((n) => String(n).padStart(4, '0'));
    const point = fc.oneof(
      year,
      fc.tuple(year, two(1, 12)).map((parts) => parts.join('-')),
      fc.tuple(year, two(1, 12), two(1, 31)).map((parts) => parts.join('-')),
      year.map((text) => `${text.slice(0, 3)}X`),
    );
    fc.assert(
      fc.property(point, fc.option(point), (start, end) => {
        const text = end === null ? start : `${start}/${end}`;
        const parsed = parseDate(text);
        const theirs = spanByPackage(text);
        if (!parsed.ok || theirs === undefined) return;
        expect([earliestDay(parsed.date), latestDay(parsed.date)]).toEqual(theirs);
      }),
    );
  });
});

/** First and last day, by the edtf package; undefined where it refuses the date. */
function spanByPackage(text: string): readonly string[] | undefined {
  try {
    const { min, max } = edtf(text);
    return [min, max].map((ms) => new Date(ms).toISOString().slice(0, 10));
  } catch {
    return undefined;
  }
}

describe('formatDate', () => {
  it.each([
    ['2025', '2025'],
    ['2025-06', 'June 2025'],
    ['2025-06-14', '14 June 2025'],
    ['2025-06-XX', 'June 2025'],
    ['2025-06-14/2025-06-20', '14–20 June 2025'],
    ['2025-06-14/2025-06-14', '14 June 2025'],
    ['2025-04/2025-05', 'April–May 2025'],
    ['2025-05-30/2025-06-02', '30 May – 2 June 2025'],
    ['2024-12-30/2025-01-02', '30 December 2024 – 2 January 2025'],
    ['2019/2022', '2019–2022'],
    ['2024/2025-06', '2024 – June 2025'],
    ['2025~', 'c. 2025'],
    ['2025-06?', 'possibly June 2025'],
    ['2025%', 'possibly c. 2025'],
    ['2024~/2025~', 'c. 2024–2025'],
    ['2024~/2025', 'c. 2024 – 2025'],
    ['202X', '2020s'],
    ['20XX', '2000–2099'],
    ['2024/..', 'from 2024'],
    ['../2024-05', 'until May 2024'],
    ['2024/', 'from 2024, end not known'],
    ['0099-03-01', '1 March 99'],
  ])('prints %s as "%s" in British English', (text, printed) => {
    expect(formatDate(date(text), 'en-GB')).toBe(printed);
  });

  it.each([
    ['en-US', 'June 14–20, 2025'],
    ['fr', '14–20 juin 2025'],
    ['de', '14.–20. Juni 2025'],
    ['es', '14–20 de junio de 2025'],
    ['ar', '14–20 يونيو 2025'],
    ['zh-CN', '2025年6月14日–2025年6月20日'],
    ['th', '14–20 มิถุนายน 2025'],
    ['xx-not-a-tag-', '14–20 June 2025'],
  ])('keeps the order of the language for %s', (lang, printed) => {
    expect(formatDate(date('2025-06-14/2025-06-20'), lang)).toBe(printed);
  });

  it('takes the words around a date from labels', () => {
    const labels = { approximate: 'vers {date}', decade: 'années {year}' };
    expect(formatDate(date('2025-06~'), 'fr', labels)).toBe('vers juin 2025');
    expect(formatDate(date('202X'), 'fr', labels)).toBe('années 2020');
  });
});

describe('toCslDate', () => {
  it.each([
    ['2025-06', { 'date-parts': [[2025, 6]] }],
    [
      '2025-06-14/2025-06-20',
      {
        'date-parts': [
          [2025, 6, 14],
          [2025, 6, 20],
        ],
      },
    ],
    ['2025~', { 'date-parts': [[2025]], circa: true }],
    ['2025?', { 'date-parts': [[2025]], circa: true }],
    ['202X', { 'date-parts': [[2020], [2029]] }],
    ['2024/..', { 'date-parts': [[2024], [0]] }],
    [
      '2024-05/..',
      {
        'date-parts': [
          [2024, 5],
          [0, 0],
        ],
      },
    ],
    ['2024/2025-06', { 'date-parts': [[2024], [2025]] }],
    ['../2024-05', { literal: '–2024-05' }],
  ])('makes CSL of %s', (text, csl) => {
    expect(toCslDate(date(text))).toEqual(csl);
  });
});

describe('isoForm', () => {
  it('exists for exact dates alone', () => {
    expect(['2025', '2025-06', '2025-06-14'].map((text) => isoForm(date(text)))).toEqual([
      '2025',
      '2025-06',
      '2025-06-14',
    ]);
    for (const text of ['2025~', '2025?', '202X', '2024/2025', '2024/..']) {
      expect(isoForm(date(text))).toBeUndefined();
    }
  });
});

describe('compareDates', () => {
  it('orders by first day, then by last day', () => {
    const sorted = ['2025', '2024/..', '2025-01-01', '2024', '../2025', '2025-01', '202X'].map(
      date,
    );
    expect(sorted.sort(compareDates).map((each) => each.text)).toEqual([
      '../2025',
      '202X',
      '2024',
      '2024/..',
      '2025-01-01',
      '2025-01',
      '2025',
    ]);
  });
});
