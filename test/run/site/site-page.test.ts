/** The index in a browser: read by everybody, searched without a server, complete without its script. */
import { readFileSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, show } from '../../render/html/fixture/browser.ts';
import { buildAll, outputText, siteProject } from './office.ts';

let browser: Browser;
let page: Page;
let html = '';
let atom = '';

beforeAll(async () => {
  const host = siteProject(
    {
      one: { title: 'Bridges in our town', issued: '2026-01-05', tags: ['bridges', 'river & sea'] },
      two: { title: 'Où vont les ponts', issued: '2025-06', lang: 'fr', tags: ['bridges'] },
      three: { title: 'إلى أين ذهب المؤيدون', issued: '2024', lang: 'ar' },
      four: { title: 'An amber brief', marking: 'TLP:AMBER' },
    },
    { url: 'https://office.example/briefs/', description: 'Short papers.', internal: true },
  );
  await buildAll(host);
  html = outputText(host, 'index.html') ?? '';
  atom = outputText(host, 'feed.xml') ?? '';
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

async function offences(): Promise<string[]> {
  // The policy of the page lets no script of a test run in it; axe is given to the debugger instead.
  await page.evaluate(axe.source);
  const results = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('the page', () => {
  it.each([
    { widthPx: 320 },
    { widthPx: 768 },
    { widthPx: 1440 },
    { widthPx: 1440, scheme: 'dark' as const },
  ])('is one that axe finds nothing in, and fits, at $widthPx pixels', async (view) => {
    await show(page, html, view);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.widthPx);
    expect(await offences()).toEqual([]);
  });

  it('finds words in any script, with or without their marks, and says how many', async () => {
    await show(page, html, { widthPx: 1440 });
    const found = async (words: string) => {
      await page.$eval('#words', (field) => {
        field.value = '';
      });
      await page.type('#words', words);
      const titles = await page.$$eval('.entry:not([hidden]) h3', (all) =>
        all.map(({ textContent }) => textContent),
      );
      return [titles, await page.$eval('#found', ({ textContent }) => textContent)];
    };
    expect(await found('TOWN')).toEqual([['Bridges in our town'], '1 of 4']);
    expect(await found('ou ponts')).toEqual([['Où vont les ponts'], '1 of 4']);
    expect(await found('المؤيدون')).toEqual([['إلى أين ذهب المؤيدون'], '1 of 4']);
    expect(await found('#bridges')).toEqual([[], 'Nothing found.']);
    expect(await found('bridges')).toEqual([
      ['Bridges in our town', 'Où vont les ponts'],
      '2 of 4',
    ]);
    expect(await page.$$eval('.year:not([hidden]) h2', (all) => all.length)).toBe(2);
  });

  it('is a list without its script', async () => {
    const plain = await browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await show(plain, html, { widthPx: 768 });
    expect(html.match(/<li class="entry">/g)).toHaveLength(4);
    expect(html).toContain('role="search" id="search"');
    expect(html).toMatch(/<form class="search"[^>]* hidden>/);
    await plain.close();
  });

  it('runs the script that its policy names, and fetches nothing', async () => {
    const asked: string[] = [];
    const watched = await browser.newPage();
    watched.on('request', (request) => asked.push(request.url()));
    await show(watched, html, { widthPx: 768 });
    expect(await watched.$eval('#search', (form) => form.hidden)).toBe(false);
    expect(asked.filter((url) => !/^(?:data|about):/.test(url))).toEqual([]);
    await watched.close();
    const source = readFileSync(
      new URL('../../../templates/shared/site/search.js', import.meta.url),
      'utf8',
    );
    expect(html).toContain(`<script>${source.trimEnd()}</script>`);
  });

  it('lists by year, by subject and by marking, each leading to the document', async () => {
    await show(page, html, { widthPx: 1440 });
    const texts = (selector: string) =>
      page.$$eval(selector, (all) => all.map(({ textContent }) => textContent));
    expect(await texts('.year h2')).toEqual(['2026', '2025', '2024']);
    expect(await texts('.group h2')).toEqual(['By subject', 'By marking']);
    expect(await texts('.group dt')).toEqual(['bridges', 'river & sea', 'TLP:CLEAR', 'TLP:AMBER']);
    const lost = await page.evaluate(
      '[...document.querySelectorAll(\'a[href^="#"]\')].map((link) => link.hash.slice(1)).filter((id) => document.getElementById(decodeURIComponent(id)) === null)',
    );
    expect(lost).toEqual([]);
  });
});

describe('the Atom feed', () => {
  it('is well formed and has what RFC 4287 requires', async () => {
    const found = (await page.evaluate(`(${readFeed})(${JSON.stringify(atom)})`)) as FeedFacts;
    expect(found).toMatchObject({
      errors: 0,
      namespace: 'http://www.w3.org/2005/Atom',
      missing: [],
      ids: 3,
      titles: ['Bridges in our town', 'Où vont les ponts', 'إلى أين ذهب المؤيدون'],
    });
    expect(found.categories).toContain('river & sea');
    for (const link of found.links) expect(link).toMatch(/^https:\/\/office\.example\/briefs\//);
    for (const date of found.dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  });
});

/** What a test wants to know of a feed. */
interface FeedFacts {
  readonly links: readonly string[];
  readonly dates: readonly string[];
  readonly categories: readonly string[];
}

/** A function for the browser, whose parser of XML is a strict one. */
const readFeed = `(text) => {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  const feed = xml.documentElement;
  const of = (parent, name) => [...parent.children].filter((one) => one.localName === name);
  const missing = (parent, names) => names.filter((name) => of(parent, name).length !== 1);
  const texts = (all) => [...all].map((one) => one.textContent);
  const entries = of(feed, 'entry');
  return {
    errors: xml.querySelectorAll('parsererror').length,
    namespace: feed.namespaceURI,
    missing: [
      ...missing(feed, ['id', 'title', 'updated', 'author']),
      ...entries.flatMap((entry) => missing(entry, ['id', 'title', 'updated', 'summary'])),
    ],
    ids: new Set(texts(entries.flatMap((entry) => of(entry, 'id')))).size,
    titles: texts(entries.flatMap((entry) => of(entry, 'title'))),
    links: [...xml.querySelectorAll('link')].map((link) => link.getAttribute('href')),
    dates: texts(xml.querySelectorAll('updated, published')),
    categories: [...xml.querySelectorAll('category')].map((one) => one.getAttribute('term')),
  };
}`;
