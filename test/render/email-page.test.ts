/** A mail in a browser, as wide and as narrow as programs for mail show it, light and dark. */
import axe, { type AxeResults } from 'axe-core';
import PostalMime from 'postal-mime';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderEmail } from '../../src/render/email.ts';
import { openBrowser, show } from './html/fixture/browser.ts';
import { composeFixture } from './html/fixture/compose.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** A picture of 900 by 10 pixels. */
const wide = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="10"/>')}`;

it.each([
  { widthPx: 600 },
  { widthPx: 600, scheme: 'dark' as const },
  { widthPx: 375 },
  { widthPx: 375, scheme: 'dark' as const },
])('fits and can be read at $widthPx pixels, $scheme', async (view) => {
  for (const fixture of ['brief', 'parts']) {
    const { value } = await renderEmail(composeFixture(fixture));
    const mail = await PostalMime.parse(value?.bytes ?? '');
    const html = (mail.html ?? '').replace(
      '<h2',
      `<img src="${wide}" alt="A line" width="560" style="max-width: 100%; height: auto"><h2`,
    );
    await show(page, html, view);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.widthPx);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })",
    )) as AxeResults;
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(found).toEqual([]);
  }
});
