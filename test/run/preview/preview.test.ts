/** The preview in the browser, from a file saved on the disk to the page that has changed. */
import { mkdir } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../render/html/fixture/browser.ts';
import { frameOf, openPreview, visit } from './fixture/open-preview.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const brief = 'three-shifts';
const file = `data/briefs/${brief}.yaml`;
/** Everything in here is marked. */
const withheld = 'data/findings/desk-notes.yaml';

/** The last of the takeaways' file, changed where the brief shows it. */
async function titleLine(read: (path: string) => Promise<string>): Promise<string> {
  return /^title: .*$/m.exec(await read(file))?.[0] ?? expect.fail();
}

/** Waits until an expression about the frame's document is true; scripts cannot wait inside of it. */
const untilFrame = (page: Page, expression: string) =>
  page.waitForFunction(`(() => {
    const document = window.document.querySelector('#page').contentDocument;
    const { getComputedStyle } = document.defaultView;
    return ${expression};
  })()`);

const textOf = (frame: Frame, selector: string) =>
  frame.$eval(selector, ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

test('a saved file changes the page in place: the reader’s place, and what they opened, stay', async () => {
  const { url, read, edit, faults } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  const frame = await frameOf(page);
  await frame.evaluate(`
    document.querySelector('details').open = true;
    document.querySelector('h1').before = 'the same node';
    scrollTo({ top: 700, behavior: 'instant' });
  `);
  await edit(file, await titleLine(read), 'title: Another title');
  await untilFrame(page, "document.querySelector('h1').textContent.includes('Another title')");
  expect(await frame.evaluate('scrollY')).toBeGreaterThan(600);
  expect(await frame.evaluate("document.querySelector('details').open")).toBe(true);
  expect(await frame.evaluate("document.querySelector('h1').before")).toBe('the same node');
  await page.waitForFunction("document.title.startsWith('Another title')");
  expect(faults).toEqual([]);
});

test('a broken file leaves the last good page under the errors, until it is mended', async () => {
  const { url, read, save } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  const frame = await frameOf(page);
  const before = await textOf(frame, 'main');
  const sound = await read(file);
  await save(file, sound.replace(/^title: .*$/m, 'title: [unclosed'));
  await page.waitForSelector('#trouble:not([hidden]) .frame');
  const errors = await page.$eval('#errors', ({ textContent }) => textContent);
  expect(errors).toContain('yaml-syntax');
  expect(errors).toContain('title: [unclosed');
  expect(errors).toMatch(new RegExp(`${file}:\\d+:\\d+`));
  expect(await textOf(frame, 'main')).toBe(before);
  await save(file, sound.replace(/^title: .*$/m, 'title: Mended'));
  await page.waitForSelector('#trouble', { hidden: true });
  await untilFrame(page, "document.querySelector('h1').textContent.includes('Mended')");
});

test('an error in another brief’s file does not stand in the way', async () => {
  const { url, read, save, edit } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  await save('data/briefs/strife-memo.yaml', 'title: [unclosed');
  await edit(file, await titleLine(read), 'title: Another title');
  await untilFrame(page, "document.querySelector('h1').textContent.includes('Another title')");
  expect(await page.$('#trouble:not([hidden])')).toBeNull();
});

test('a template, a style sheet and a CSV file change the page as well', async () => {
  const { url, root, read, save, edit } = await openPreview();
  const page = await visit(browser, url, 'brief=quiet-outlet');
  await mkdir(`${root}/templates/shared`, { recursive: true });
  await save('templates/shared/screen.css', '@media screen { h1 { color: rgb(1, 2, 3) } }');
  await untilFrame(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'");
  const [csv] = /data\/series\/\S+\.csv/.exec(await read('data/figures.yaml')) ?? expect.fail();
  await edit(csv, ',27,', ',4711,');
  await untilFrame(page, '/4[,.]?711/.test(document.body.innerHTML)');
});

test('one chooses what is shown: the brief, the form, the audience, the theme', async () => {
  const { url, edit } = await openPreview();
  const page = await visit(browser, url, 'brief=seven-years-after');
  const frame = await frameOf(page);
  const title = await textOf(frame, 'h1');

  await page.click('[data-brief="quiet-outlet"]');
  await untilFrame(
    page,
    `document.querySelector('h1').textContent.trim() !== ${JSON.stringify(title)}`,
  );
  expect(await textOf(frame, '.page-marking')).toBe('TLP:AMBER');

  await page.select('[name="audience"]', 'TLP:CLEAR');
  await untilFrame(page, "document.querySelector('.page-marking').textContent === 'TLP:CLEAR'");
  await edit('data/briefs/quiet-outlet.yaml', 'portions: TLP:CLEAR', 'portions: TLP:AMBER');
  await page.waitForSelector('#trouble:not([hidden])');
  expect(await page.$eval('#errors', ({ textContent }) => textContent)).toContain('brief-withheld');
  await page.select('[name="audience"]', '');
  await page.waitForSelector('#trouble', { hidden: true });

  const ground = 'getComputedStyle(document.documentElement).backgroundColor';
  await page.select('[name="theme"]', 'dark');
  await untilFrame(page, `${ground} === 'rgb(20, 24, 26)'`);
  await page.select('[name="theme"]', 'light');
  await untilFrame(page, `${ground} === 'rgb(255, 255, 255)'`);

  await page.click('[value="md"] + span');
  await page.waitForFunction("document.querySelector('#markdown').textContent.includes('# ')");
  expect(await page.$eval('#page', ({ hidden }) => hidden)).toBe(true);
  expect(new URL(page.url()).hash).toContain('as=md');
});

test('what may not be shown to an audience is not left standing from another one', async () => {
  const { url, edit } = await openPreview();
  await edit('data/briefs/quiet-outlet.yaml', 'portions: TLP:CLEAR', 'portions: TLP:AMBER');
  const page = await visit(browser, url, 'brief=quiet-outlet');
  await page.select('[name="audience"]', 'TLP:CLEAR');
  await page.waitForSelector('#trouble:not([hidden])');
  expect(await textOf(await frameOf(page), 'body')).toBe('');
});

test('what the audit finds in a file stands above it, once the file is shown', async () => {
  const { url, root, read, save } = await openPreview();
  const [, secret = ''] = /statement: >-\n +(.*)\n/.exec(await read(withheld)) ?? expect.fail();
  await mkdir(`${root}/templates/shared/partials`, { recursive: true });
  await save('templates/shared/partials/masthead.md.hbs', `${secret}\n\n`);
  const page = await visit(browser, url, 'brief=quiet-outlet&as=md&audience=TLP:CLEAR', 'main');
  await page.waitForFunction("document.querySelector('#markdown').textContent.includes('# ')");
  await page.waitForSelector('#trouble:not([hidden])');
  expect(await page.$eval('#errors', ({ textContent }) => textContent)).toContain('leak-found');
});

test('a brief is there as PDF pages, on the paper that was asked for', async () => {
  const { url } = await openPreview();
  const pages = await Promise.all(
    ['A4', 'Letter'].map(async (paper) => {
      const response = await fetch(`${url}briefs/${brief}.pdf?paper=${paper}`);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(text.slice(0, 5)).toBe('%PDF-');
      return text.length;
    }),
  );
  expect(pages[0]).not.toBe(pages[1]);
});

test('a takeaway is shown with the evidence that it rests on', async () => {
  const { url } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  const frame = await frameOf(page);
  await frame.click('.takeaways li .lead');
  await page.waitForSelector('#evidence .tree .tree a');
  const evidence = await page.$eval('#evidence', ({ textContent }) => textContent ?? '');
  expect(evidence).toMatch(/finding\/[\s\S]*source\//);
  const href = await page.$eval('#evidence a', (link) => link.getAttribute('href'));
  expect(href).toMatch(/^vscode:\/\/file\/.+\/data\/.+\.yaml:\d+:\d+$/);
});

test('everything can be reached and worked with the keyboard', async () => {
  const { url } = await openPreview();
  const page = await visit(browser, url, 'brief=seven-years-after');
  const frame = await frameOf(page);
  const first = await textOf(frame, 'h1');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the brief');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.dataset.brief')).toBeDefined();
  await page.keyboard.press('Enter');
  await untilFrame(
    page,
    `document.querySelector('h1').textContent.trim() !== ${JSON.stringify(first)}`,
  );
  const places: (string | null)[] = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'] as const) {
    await page.keyboard.down('Alt');
    await page.keyboard.press(key);
    await page.keyboard.up('Alt');
    const before = places.at(-1) ?? '';
    await page.waitForFunction(
      `(document.querySelector('#source a')?.textContent ?? '') !== ${JSON.stringify(before)}`,
    );
    places.push(await page.$eval('#source a', ({ textContent }) => textContent));
  }
  expect(places[2]).toBe(places[0]);
  expect(places[1]).not.toBe(places[0]);
});

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
] as const)(
  'axe finds nothing, %s, %i pixels wide, with errors, source and evidence shown',
  async (theme, width) => {
    const { url, read, edit } = await openPreview();
    const page = await visit(browser, url, `brief=${brief}&theme=${theme}`);
    await page.setViewport({ width, height: 900 });
    const frame = await frameOf(page);
    await frame.click('.takeaways li .lead');
    await page.waitForSelector('#evidence .tree .tree a');
    await edit(file, await titleLine(read), 'title: [unclosed');
    await page.waitForSelector('#trouble:not([hidden]) .frame');
    expect(await offences(page)).toEqual([]);
  },
);

async function offences(page: Page): Promise<readonly string[]> {
  // The policy of the page lets nothing else run; this comes in through the debugger.
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, {
    iframes: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })`)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

test('nothing is sent anywhere, and nothing runs in the frame', async () => {
  const { url, edit, read } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      outside.push(request.url());
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const evil = `title: '<img src=x onerror=alert(1)><script>document.title="ran"</script>'`;
  await edit(file, await titleLine(read), evil);
  const frame = await frameOf(page);
  await untilFrame(page, "document.querySelector('h1').textContent.includes('onerror')");
  expect(await frame.$('h1 img, h1 script')).toBeNull();
  // What gets in all the same does not run.
  await frame.evaluate(`
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">');
  `);
  expect(await frame.evaluate('window.ran')).toBeUndefined();
  expect(outside).toEqual([]);
});
