import { describe, expect, it } from 'vitest';
import { parseLocator } from '../../src/model/locator.ts';
import {
  type CitationItem,
  citationsIn,
  crossReferencesIn,
  literalMark,
  malformedCitationsIn,
  withoutCode,
} from '../../src/model/mentions.ts';
import { fc } from '../support/property.ts';

/** Items of all citations in Markdown, without offsets. */
function itemsOf(markdown: string): readonly Omit<CitationItem, 'start' | 'end'>[] {
  return citationsIn(withoutCode(markdown)).flatMap(({ items }) =>
    items.map(({ start, end, ...item }) => item),
  );
}

function idsOf(markdown: string): readonly string[] {
  return itemsOf(markdown).map((item) => item.id);
}

describe('citationsIn', () => {
  it('reads a group with prefix, locators and a suppressed author', () => {
    expect(itemsOf('As [@rand-2024, p. 3; see @moj, paras. 5–6; -@x1] says')).toEqual([
      {
        id: 'rand-2024',
        prefix: '',
        locator: { label: 'page', value: '3' },
        suffix: '',
        suppressAuthor: false,
      },
      {
        id: 'moj',
        prefix: 'see',
        locator: { label: 'paragraph', value: '5–6' },
        suffix: '',
        suppressAuthor: false,
      },
      { id: 'x1', prefix: '', suffix: '', suppressAuthor: true },
    ]);
  });

  it('gives the offsets of the group and of each id', () => {
    const text = 'a [@one; see @two, p. 3].';
    const [cluster] = citationsIn(text);
    expect(text.slice(cluster?.start, cluster?.end)).toBe('[@one; see @two, p. 3]');
    expect(cluster?.items.map((item) => text.slice(item.start, item.end))).toEqual(['one', 'two']);
  });

  it.each([
    ['[@a, p. 3]', 'page', '3', ''],
    ['[@a pp. 33–35, 38]', 'page', '33–35, 38', ''],
    ['[@a, 12]', 'page', '12', ''],
    ['[@a, pp. iv–ix]', 'page', 'iv–ix', ''],
    ['[@a, para. 5, emphasis added]', 'paragraph', '5', ', emphasis added'],
    ['[@a, ch. 2]', 'chapter', '2', ''],
    ['[@a, sec. 4.2]', 'section', '4.2', ''],
    ['[@a, § 12(a)]', 'section', '12(a)', ''],
    ['[@a, vol. II, p. 3]', 'volume', 'II', ', p. 3'],
    ['[@a, fig. 7]', 'figure', '7', ''],
    ['[@a, n. 4]', 'note', '4', ''],
    ['[@a, 00:12:40]', 'timestamp', '00:12:40', ''],
    ['[@a, 00:12:40–00:13:05]', 'timestamp', '00:12:40–00:13:05', ''],
    ['[@a, p. 5, i think]', 'page', '5', ', i think'],
  ])('finds the locator in %s', (text, label, value, suffix) => {
    expect(itemsOf(text)).toMatchObject([{ locator: { label, value }, suffix }]);
  });

  it.each([
    ['[@a, 2019 edition]', ', 2019 edition'],
    ['[@a, S. 3]', ', S. 3'],
    ['[@a, pixels]', ', pixels'],
    ['[@a, n. mild]', ', n. mild'],
  ])('takes what is no locator in %s for text', (text, suffix) => {
    expect(itemsOf(text)).toEqual([{ id: 'a', prefix: '', suffix, suppressAuthor: false }]);
  });

  it.each([
    '[me@example.org]',
    '[@ home]',
    '[@user@host]',
    '[^@a]',
    '\\[@a]',
    '[\\@a]',
    '`[@a]`',
    '``[@a] ` x``',
    '```\n[@a]\n```',
    '> ~~~\n> [@a]\n> ~~~',
    '- ```\n  [@a]\n  ```',
    '[@a](https://example.org)',
    'said @a',
    '[@a\n\n, p. 3]',
    `[${literalMark}@a]`,
  ])('leaves %j alone', (text) => {
    expect(idsOf(text)).toEqual([]);
  });

  it.each([
    ['[@a][@b]', ['a', 'b']],
    ['\\`[@a]\\`', ['a']],
    ['> [@a;\n> @b]', ['a', 'b']],
    ['[see R&amp;D @a]', ['a']],
    ['[@Smith_2020:x]', ['Smith_2020:x']],
    ['```\nx\n```\n[@a]', ['a']],
    ['a ` b [@a]', ['a']],
  ])('finds in %j the ids %j', (text, ids) => {
    expect(idsOf(text)).toEqual(ids);
  });

  it('tells brackets that were meant as a citation from other brackets', () => {
    const malformed = (text: string) =>
      malformedCitationsIn(withoutCode(text)).map(({ start, end }) => text.slice(start, end));
    expect(malformed('[@a and @b], [@c; see p. 4], [see *X* @d]')).toEqual([
      '[@a and @b]',
      '[@c; see p. 4]',
      '[see *X* @d]',
    ]);
    expect(malformed('[@a] [@ home] [x@y.z] \\[@a and @b] [@a and @b](#x)')).toEqual([]);
  });
});

describe('crossReferencesIn', () => {
  it('finds empty and worded links to ids, values included', () => {
    const text = 'See [](#fig-a), [](#purge.channels) and [the *12*](<#purge> "t").';
    expect(crossReferencesIn(text)).toEqual([
      { target: 'fig-a', start: 4, end: 14, hasText: false, text: '' },
      { target: 'purge', property: 'channels', start: 16, end: 35, hasText: false, text: '' },
      { target: 'purge', start: 40, end: 64, hasText: true, text: 'the *12*' },
    ]);
  });

  it('leaves images, code, escapes and other addresses alone', () => {
    expect(crossReferencesIn('![x](#a) `[](#b)` \\[](#c) [d](https://e/#f) [g](#h i)')).toEqual([]);
  });
});

describe('parseLocator', () => {
  it('takes a whole text or nothing', () => {
    expect(parseLocator(' pp. 3–5 ')).toEqual({ label: 'page', value: '3–5' });
    expect(parseLocator('7')).toEqual({ label: 'page', value: '7' });
    expect(parseLocator('p. 3, note to the reader')).toBeUndefined();
  });
});

describe('the scanner, whatever it is given', () => {
  const token = fc.constantFrom(
    ...[
      '[',
      ']',
      '@',
      '-',
      '@a',
      '@b-2',
      ';',
      ',',
      ' p. 3',
      '`',
      '``',
      '\\',
      '(',
      ')',
      '#x.y',
      '!',
      '\n',
    ],
    ...[
      '\n\n',
      '```\n',
      '~~~\n',
      '> ',
      '*',
      '_',
      '&amp;',
      '[](#f)',
      'é',
      '😀',
      '\uFFFC',
      ' ',
      'and',
    ],
  );
  const prose = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join('')),
  );

  it('never throws, and every offset is true', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const plain = withoutCode(text);
        expect(plain.length).toBe(text.length);
        for (const { start, end, items } of citationsIn(plain)) {
          expect(text[start]).toBe('[');
          expect(text[end - 1]).toBe(']');
          expect(items.length).toBeGreaterThan(0);
          for (const item of items) expect(text.slice(item.start, item.end)).toBe(item.id);
        }
        malformedCitationsIn(plain);
        for (const reference of crossReferencesIn(text)) {
          expect(text.slice(reference.start, reference.end)).toContain(`](`);
        }
      }),
    );
  });

  it('reads back what it would write', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
    const words = fc
      .stringMatching(/^[a-z]{2,6}( [a-z]{2,6})?$/)
      .filter((text) => !/^\d|^[ivxlcdm]+\b/.test(text));
    const locator = fc.constantFrom(
      'p. 3',
      'pp. 4–9, 12',
      'para. 7',
      'ch. IV',
      '§ 3.1',
      '00:01:02',
      '44',
    );
    const item = fc.record({
      id,
      prefix: fc.option(words, { nil: undefined }),
      locator: fc.option(locator, { nil: undefined }),
      suffix: fc.option(words, { nil: undefined }),
      suppressAuthor: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const written = items.map(
          (each) =>
            `${each.prefix === undefined ? '' : `${each.prefix} `}${each.suppressAuthor ? '-' : ''}@${each.id}` +
            `${each.locator === undefined ? '' : `, ${each.locator}`}${each.suffix === undefined ? '' : `, ${each.suffix}`}`,
        );
        const read = itemsOf(`Text [${written.join('; ')}].`);
        expect(read).toEqual(
          items.map((each) => ({
            id: each.id,
            prefix: each.prefix ?? '',
            ...(each.locator === undefined ? {} : { locator: parseLocator(each.locator) }),
            suffix: each.suffix === undefined ? '' : `, ${each.suffix}`,
            suppressAuthor: each.suppressAuthor,
          })),
        );
      }),
    );
  });
});
