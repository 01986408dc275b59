import { expect, test } from 'vitest';
import { pageOf, select, textOf } from './fixture/page-view.ts';

test('the masthead gives the banner its publisher and keeps the rest in order', () => {
  const page = pageOf({ fixture: 'brief' });
  expect(textOf(page.one('span.publisher-name'))).toBe('Northgate Policy Desk');
  const masthead = page.one('header.masthead');
  const order = masthead.children.flatMap((child) =>
    child.type === 'element' ? [String(child.properties.className ?? child.tagName)] : [],
  );
  expect(order).toEqual(['h1', 'subtitle', 'standfirst', 'byline']);
  expect(select(masthead, 'time')[0]?.properties.dateTime).toBe('2026-09-14');
});

test('without a masthead the publisher still stands in the banner', () => {
  expect(textOf(pageOf('Text.').one('span.publisher-name'))).toBe('Northgate Policy Desk');
});

test('a stamp stands before the title, a sample notice in the banner', () => {
  const page = pageOf({ fixture: 'parts' });
  expect(page.html.indexOf('Draft: not')).toBeLessThan(page.html.indexOf('<h1'));
  expect(
    select(pageOf({ fixture: 'brief' }).one('header.banner'), 'div.sample-notice'),
  ).toHaveLength(1);
});

test('a sample notice inside the masthead moves into the banner, a stamp there stays', () => {
  const page = pageOf(
    '::::masthead\nOffice\n\n:::sample-notice\nSample.\n:::\n\n:::stamp\nDraft\n:::\n\n# Title\n::::',
  );
  expect(select(page.one('header.banner'), 'div.sample-notice').map(textOf)).toEqual(['Sample.']);
  expect(textOf(page.one('header.masthead'))).toBe('Draft Title');
});

test('takeaways are one numbered list with leads, anchors and evidence to open', () => {
  const page = pageOf(
    ':::::takeaways\n## Takeaways\n\n1. **Lead.** Body with **bold**.\n\n   More.\n\n   :::evidence-on-demand{label="Show why"}\n   Why.\n   :::\n\n2. **Second.** {#two}\n:::::',
  );
  const section = page.one('section.takeaways');
  expect(section.properties.ariaLabelledBy).toEqual(['takeaways']);
  expect(select(section, 'strong.lead').map(textOf)).toEqual(['Lead.', 'Second.']);
  expect(textOf(page.one('summary'))).toBe('Show why');
  expect(select(section, 'li')).toHaveLength(2);
});

test('a figure has one title, which also names its table', () => {
  const page = pageOf({ fixture: 'brief' });
  const figure = page.one('figure.figure');
  expect(figure.properties.id).toBe('fig-takedowns');
  const caption = page.one('figcaption.figure-title');
  expect(select(figure, 'table')[0]?.properties.ariaLabelledBy).toEqual([caption.properties.id]);
  expect(select(figure, 'p.figure-note')).toHaveLength(2);
  expect(select(figure, 'th').map(({ properties }) => properties.scope)).toEqual([
    ...Array.from({ length: 4 }, () => 'col'),
    ...Array.from({ length: 3 }, () => 'row'),
  ]);
});

test('an image alone in a figure needs no paragraph', () => {
  const page = pageOf(':::figure\nTitle\n\n![Alt](data:image/png;base64,AA==)\n\nSource: x\n:::');
  expect(
    page.one('figure').children.flatMap((one) => (one.type === 'element' ? one.tagName : [])),
  ).toEqual(['figcaption', 'img', 'p']);
});

test('numbers stand at the end of their column, words and years of a first column do not', () => {
  const page = pageOf(
    '| Year | Sum | Note |\n| --- | --- | --- |\n| 2018 | 1,204 | a |\n| 2019 | – | b |',
  );
  expect(page.all('td.number').map(textOf)).toEqual(['1,204', '–']);
});

test('names stay whole beside sentences, and not where they would fill the line', () => {
  const sentence = 'Words that go on for more than forty letters in a cell';
  const figure = (cells: readonly string[]) =>
    `:::figure\nTitle\n\n|${' h |'.repeat(cells.length)}\n|${' --- |'.repeat(cells.length)}\n| ${cells.join(' | ')} |\n:::`;
  const shortIn = (cells: readonly string[]) => pageOf(figure(cells)).all('td.short').length;
  expect(shortIn(['Place one', '2024', sentence])).toBe(1);
  expect(pageOf(figure(['Place one', '2024', sentence])).all('th.short')).toHaveLength(3);
  expect(shortIn(['Place one', '2024', 'few words'])).toBe(0);
  expect(shortIn([sentence, ...Array.from({ length: 5 }, () => 'a name or number')])).toBe(0);
});

test('a table of many columns is set small and gets the long side of the sheet', () => {
  const row = (count: number) => `| ${Array.from({ length: count }, () => 'x').join(' | ')} |`;
  const table = (count: number) => `${row(count)}\n|${' --- |'.repeat(count)}\n${row(count)}`;
  expect(pageOf(table(9)).all('table.dense')).toEqual([]);
  expect(pageOf(table(10)).all('table.dense')).toHaveLength(1);
  expect(pageOf(table(40)).all('table.crowded')).toHaveLength(1);
  expect(pageOf(table(40)).all('div.turned')).toHaveLength(1);
});

test('a source card has its names as row headers and no empty head', () => {
  const card = pageOf({ fixture: 'parts' }).one('section.source-card');
  expect(select(card, 'thead')).toEqual([]);
  expect(select(card, 'th').map(textOf)).toContain('Original title');
  expect(select(card, 'i.foreign')[0]?.properties).toMatchObject({ lang: 'ar', dir: 'rtl' });
});

test('a glossary is a list of definitions; a list of another shape stays a list', () => {
  const page = pageOf({ fixture: 'brief' });
  expect(page.all('dt').map(textOf)).toEqual(['ISKP', 'TVE', 'al-Naba']);
  expect(textOf(page.all('dd')[0] ?? page.root)).toMatch(/^Islamic State/);
  const plain = pageOf(':::glossary\n## Terms\n\n- no term\n:::');
  expect(plain.all('dl')).toEqual([]);
  expect(plain.all('section.glossary')).toHaveLength(1);
});

test('a timeline puts each date beside its event', () => {
  const page = pageOf(
    ':::timeline\n- :date[May 2024]{datetime=2024-05}: **Raid**. Then more.\n- Undated.\n:::',
  );
  const items = select(page.one('div.timeline'), 'li');
  expect(items.map(textOf)).toEqual(['May 2024 Raid. Then more.', 'Undated.']);
  expect(page.all('p.when')).toHaveLength(1);
});

test('key figures part the number from what it says', () => {
  const page = pageOf(
    ':::key-figures\n- :value[43,000] bots removed\n- a cost of :value[€2m] a year\n:::',
  );
  expect(page.all('span.value').map(textOf)).toEqual(['43,000', '€2m']);
  expect(page.all('span.says').map(textOf)).toEqual(['bots removed', 'a cost of a year']);
});

test('a quotation keeps its kind, its original and who said it', () => {
  const page = pageOf(':::quote{kind=direct}\n> “Words.”\n\nSomebody, Herat\n:::');
  expect(page.all('div.quote-direct')).toHaveLength(1);
  expect(page.all('blockquote.marked')).toHaveLength(1);
  expect(textOf(page.one('p.attribution'))).toBe('Somebody, Herat');
});

test('a task list says its state in words and has no form controls', () => {
  const page = pageOf({ fixture: 'parts' });
  expect(page.all('input')).toEqual([]);
  expect(page.all('li.task').map(textOf)).toEqual([
    'Done: Checked the archive',
    'To do: Asked the translator',
  ]);
});

test('a role that nobody knows keeps its class and its content, and nothing more', () => {
  const page = pageOf(':::Odd_Role{onclick="x()" style="y"}\nText.\n:::');
  expect(page.one('div.odd-role').properties).toEqual({ className: ['odd-role'] });
});

test('only dates that HTML knows become machine-readable', () => {
  const page = pageOf(':date[May]{datetime=2024-05} :date[then]{datetime="2024~"} :date[once]');
  expect(page.all('time')).toHaveLength(1);
  expect(page.all('span.date')).toHaveLength(2);
});

test('short prefixes stay with their name', () => {
  const page = pageOf('# The al-Naba weekly\n\nA `al-Naba` and a well-known thing.');
  expect(page.all('span.whole').map(textOf)).toEqual(['al-Naba']);
  expect(textOf(page.one('main'))).toBe('The al-Naba weekly A al-Naba and a well-known thing.');
});

test('a word with a hyphen that never breaks is kept whole by other means, as few fonts have it', () => {
  const page = pageOf('A non\u2011breaking\u2011hyphen, COVID\u201119\u2011led.');
  expect(page.all('span.whole').map(textOf)).toEqual(['non-breaking-hyphen', 'COVID-19-led']);
  expect(textOf(page.one('main'))).toBe('A non-breaking-hyphen, COVID-19-led.');
});

test('text comes out exactly as it is in the tree', () => {
  const odd = '  {{x}} & <b> "q" \u00a0\u2009:::x [^1] *a*  ';
  const page = pageOf('Text.', {
    tree: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: odd }] }],
    },
  });
  const [text] = select(page.one('main'), 'p')[0]?.children ?? [];
  expect(text?.type === 'text' && text.value).toBe(odd);
});
