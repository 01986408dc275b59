import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, show, type View } from './fixture/browser.ts';
import { pageOf } from './fixture/page-view.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const views: readonly View[] = [
  { widthPx: 320 },
  { widthPx: 320, scheme: 'dark' },
  { widthPx: 1440 },
  { widthPx: 1440, scheme: 'dark' },
];

test.each(['brief', 'parts'])('axe finds nothing in %s, at WCAG 2.2 AA', async (fixture) => {
  const { html } = pageOf({ fixture });
  for (const view of views) {
    await show(page, html, view);
    // What is folded away has to be looked at too.
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect({ view, offences: await offences(page) }).toEqual({ view, offences: [] });
  }
});

test.each([
  ['the brightest', '#ffe100'],
  ['a very dark', '#101820'],
])('%s accent is readable on a dark screen', async (_name, accent) => {
  const { html } = pageOf({ fixture: 'brief' }, { look: { theme: { accent } } });
  await show(page, html, { widthPx: 1440, scheme: 'dark' });
  expect(await offences(page)).toEqual([]);
});

test.each([320, 768, 1600])('nothing is wider than a window of %i pixels', async (widthPx) => {
  for (const fixture of ['brief', 'parts']) {
    await show(page, pageOf({ fixture }).html, { widthPx });
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBe(widthPx);
  }
});

test('lines of prose hold 60 to 75 letters where there is room', async () => {
  const { html } = pageOf({ fixture: 'brief' });
  for (const view of [{ widthPx: 1440 }, { widthPx: 612, media: 'print' }] as const) {
    await show(page, html, view);
    const letters = Number(await page.evaluate(lettersInLines));
    expect(letters).toBeGreaterThan(60);
    expect(letters).toBeLessThan(75);
  }
});

/** Mean length of the full lines of long paragraphs; the last line is half full on average. */
const lettersInLines = `(() => {
  const counts = [...document.querySelectorAll('.rest > p')].flatMap((paragraph) => {
    const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    const lines = Math.round(paragraph.getBoundingClientRect().height / lineHeight);
    return lines < 4 ? [] : [paragraph.textContent.length / (lines - 0.5)];
  });
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
})()`;

async function offences(page: Page): Promise<readonly string[]> {
  // The policy of the page lets nothing run; this comes in through the debugger.
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })`)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
