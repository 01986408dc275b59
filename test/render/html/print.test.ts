import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosablePrinter, createPrinter } from '../../../src/host/browser/printer.ts';
import type { PrintResult } from '../../../src/model/host.ts';
import { type Marking, markings } from '../../../src/model/marking.ts';
import { type Changes, fixtureMeta } from './fixture/compose.ts';
import { pageOf } from './fixture/page-view.ts';
import { pagesOf } from './fixture/pdf-text.ts';

let printer: ClosablePrinter;

beforeAll(async () => {
  printer = await createPrinter();
});
afterAll(() => printer.close());

test.each(['brief', 'parts'])(
  '%s fits its sheets, with everything that the page says',
  async (name) => {
    const { bytes, overflowing } = await print({ fixture: name });
    expect(overflowing).toEqual([]);
    const text = (await pagesOf(bytes)).map(({ body }) => body).join('');
    expect(text.length).toBeGreaterThan(500);
  },
);

test.each(markings)(
  '%s stands in the header and the footer of every page',
  async (marking: Marking) => {
    const pages = await pagesOf((await print({ fixture: 'brief' }, { meta: { marking } })).bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const { head, foot } of pages) {
      expect(head).toContain(marking);
      expect(foot).toContain(marking);
    }
  },
);

test('the first page has no running title, the others have; all have their number', async () => {
  const pages = await pagesOf((await print({ fixture: 'brief' })).bytes);
  expect(pages[0]?.head).not.toContain('Alullisnotadefeat');
  pages.forEach(({ head, foot }, index) => {
    if (index > 0) expect(head).toContain('NorthgatePolicyDesk·Alullisnotadefeat');
    expect(foot).toContain(`Page${index + 1}of${pages.length}`);
    expect(foot).toContain('Edition2');
    expect(foot).toContain('Samplebyaninventedoffice');
  });
});

test('the takeaways stand whole on the first page', async () => {
  const [first] = await pagesOf((await print({ fixture: 'brief' })).bytes);
  expect(first?.body).toContain('Fewernewreleasesdonotmeanaweakerthreat.');
  expect(first?.body).toContain('Likely·lowconfidence');
});

test('a draft says so on every page', async () => {
  const pages = await pagesOf(
    (await print({ fixture: 'brief' }, { meta: { status: 'draft' } })).bytes,
  );
  for (const { foot } of pages) expect(foot).toContain('Draft');
});

test.each([
  ['A4', 595, 842],
  ['Letter', 612, 792],
] as const)('%s is %i by %i points', async (paper, widthPt, heightPt) => {
  const pages = await pagesOf((await print({ fixture: 'parts' }, { look: { paper } })).bytes);
  expect(pages[0]).toMatchObject({ widthPt, heightPt });
});

test('a table of forty columns loses nothing and turns its sheet', async () => {
  const cells = (row: number) => Array.from({ length: 40 }, (_, at) => `r${row}c${at}z`);
  const rows = Array.from({ length: 12 }, (_, row) => `| ${cells(row).join(' | ')} |`);
  rows.splice(1, 0, `|${' --- |'.repeat(40)}`);
  const { bytes, overflowing } = await print(`## Wide\n\n${rows.join('\n')}\n`);
  expect(overflowing).toEqual([]);
  const pages = await pagesOf(bytes);
  const text = pages.map(({ body }) => body).join('');
  for (let row = 0; row < 12; row += 1) for (const cell of cells(row)) expect(text).toContain(cell);
  expect(pages.at(-1)).toMatchObject({ widthPt: 842, heightPt: 595 });
});

describe.each([
  ['A4', 'en-GB'],
  ['Letter', 'ar'],
] as const)('on %s in %s, a table of a figure', (paper, lang) => {
  const changes = {
    look: { paper },
    meta: lang === 'ar' ? { lang, dir: 'rtl' as const } : {},
  };

  test('that is long starts where it stands, with its head on every page and rows at both ends', async () => {
    const { bytes } = await print(figureOf(60), changes);
    const pages = (await pagesOf(bytes)).filter(({ body }) => body.includes('Heading'));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.body).toContain('Before');
    const rows = pages.map(({ body }) => body.match(/Row\d+z/g) ?? []);
    expect(rows.flat()).toHaveLength(60);
    for (const some of rows) expect(some.length).toBeGreaterThanOrEqual(3);
    expect(pages.at(-1)?.body).toContain('Source');
  });

  test('that is short is not parted, wherever it stands', async () => {
    for (const before of [10, 14, 18, 22, 26]) {
      const pages = await pagesOf((await print(figureOf(10, before), changes)).bytes);
      const found = pages.filter(({ body }) => /Row\d+z|Heading|Source/.test(body));
      expect({ before, pages: found.length }).toEqual({ before, pages: 1 });
    }
  });

  test('never leaves fewer than three rows behind, however many lines stand before it', async () => {
    for (const before of [15, 16, 17, 18, 19, 20, 21, 22]) {
      const pages = await pagesOf((await print(figureOf(30, before), changes)).bytes);
      const rows = pages.map(({ body }) => body.match(/Row\d+z/g)?.length ?? 0);
      expect({ before, rows: rows.filter((count) => count === 1 || count === 2) }).toEqual({
        before,
        rows: [],
      });
    }
  });
});

/** Paragraphs of a line each, and a figure of so many rows. */
function figureOf(count: number, before = 12): string {
  const rows = Array.from({ length: count }, (_, row) => `| Row ${row}z | ${row} | words |`);
  const paragraphs = Array.from({ length: before }, () => 'Before.').join('\n\n');
  return `## Part\n\n${paragraphs}\n\n:::figure\nTitle\n\n| Heading | Number | Words |\n| --- | --- | --- |\n${rows.join('\n')}\n\nSource\n:::\n`;
}

test('a cell of more than a page is parted, and loses nothing', async () => {
  const words = Array.from({ length: 1600 }, (_, at) => `w${at}x`);
  const table = `| Name | What |\n| --- | --- |\n| One | Short |\n| Two | ${words.join(' ')} |\n| Three | Short |`;
  const { bytes, overflowing } = await print(`## Part\n\n:::figure\nTitle\n\n${table}\n:::\n`);
  expect(overflowing).toEqual([]);
  const bodies = (await pagesOf(bytes)).map(({ body }) => body);
  expect(bodies[0]).toContain('w0x');
  for (const word of words) expect(bodies.join('')).toContain(word);
});

test('a word of three thousand letters comes out whole, in prose, lists, tables and titles', async () => {
  const word = 'abcdefghij'.repeat(300);
  for (const source of [
    `Before ${word} after.`,
    `1. ${word}`,
    `| a | b |\n| --- | --- |\n| 2019 | ${word} |`,
    `:::figure\nTitle ${word}\n\n| ${word} | b | c | d |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |\n:::`,
    `:::source-card\n## Card\n\n| | |\n| --- | --- |\n| Name | ${word} |\n\n:::`,
    `:::timeline\n- :date[2019] ${word}\n:::`,
    `:::glossary\n## Terms\n\n- **${word}** — what\n:::`,
    `:::key-figures\n- :value[${word}] things\n:::`,
  ]) {
    const { bytes, overflowing } = await print(source);
    expect({ source: source.slice(0, 20), overflowing }).toEqual({
      source: source.slice(0, 20),
      overflowing: [],
    });
    const text = (await pagesOf(bytes)).map(({ body }) => body).join('');
    // A page may end inside of a repetition, where the next column of that page comes in between.
    expect(text.split('abcdefghij').length).toBeGreaterThan(295);
    expect(text.replace(/[^a-j]/g, '').length).toBeGreaterThanOrEqual(word.length);
  }
});

test('the longest publisher and title do not push the marking off the page', async () => {
  const long = 'A very long name of an office or a brief that nobody would choose '.repeat(4);
  const meta = { shortTitle: long, publisher: { ...fixtureMeta.publisher, name: long } };
  const pages = await pagesOf((await print({ fixture: 'brief' }, { meta })).bytes);
  for (const { head, foot } of pages) {
    expect(head).toContain('TLP:CLEAR');
    expect(foot).toContain('TLP:CLEAR');
  }
});

function print(source: Parameters<typeof pageOf>[0], changes: Changes = {}): Promise<PrintResult> {
  const { html } = pageOf(source, changes, { purpose: 'print' });
  return printer.print({ html, timeoutMs: 30_000 });
}
