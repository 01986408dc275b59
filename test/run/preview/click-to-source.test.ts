/**
 * A click on a sentence leads to the line it was written in. The sentences are drawn at random from all
 * sample briefs; each is clicked somewhere in its middle, in the real browser, and what stands at the
 * place that the page names must be that sentence, from the letter that was clicked.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../render/html/fixture/browser.ts';
import { openPreview, visit } from './fixture/open-preview.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const briefs = [
  'herat-kabul-voices',
  'quiet-outlet',
  'seven-years-after',
  'strife-memo',
  'three-shifts',
];
const perBrief = 20;

interface Sentence {
  /** In the page. */
  readonly index: number;
  readonly text: string;
  /** Of the letter to click, in the sentence. */
  readonly offset: number;
}

test.each(briefs)('sentences of %s lead to their lines', async (brief) => {
  const { url, root, read } = await openPreview();
  const page = await visit(browser, url, `brief=${brief}`);
  const written = await lettersBelow(join(root, 'data'));
  // Some sentences are put together by the template, from a field and words of its own.
  const drawn = (await draw(page, brief)).filter(({ text }) => written.includes(lettersOf(text)));
  expect(drawn.length).toBeGreaterThan(perBrief);
  for (const { index, text, offset } of drawn.slice(0, perBrief)) {
    const { file, line, column } = await click(page, index);
    const source = await read(file);
    const at = offsetOf(source, line, column);
    const found = {
      before: lettersOf(source.slice(0, at)).slice(-lettersOf(text.slice(0, offset)).length),
      after: lettersOf(source.slice(at)).slice(0, lettersOf(text.slice(offset)).length),
    };
    const expected = {
      before: lettersOf(text.slice(0, offset)),
      after: lettersOf(text.slice(offset)),
    };
    expect({ ...found, at: `${file}:${line}:${column}` }).toEqual({
      ...expected,
      at: `${file}:${line}:${column}`,
    });
  }
});

/**
 * All sentences of the brief's own prose in an order by chance, which is the same at every run; their places
 * are left in the page for `click`.
 */
async function draw(page: Page, seed: string): Promise<readonly Sentence[]> {
  return (await page.evaluate(`(() => {
    let state = [...${JSON.stringify(seed)}].reduce((sum, letter) => sum * 31 + letter.codePointAt(0) | 0, 7);
    const random = () => ((state = Math.imul(state ^ state >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0) >>> 0) / 2 ** 32;
    const frame = document.querySelector('#page').contentDocument;
    const walker = frame.createTreeWalker(frame.querySelector('main'), NodeFilter.SHOW_TEXT);
    const all = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const isProse = node.previousSibling?.nodeType === Node.COMMENT_NODE && node.previousSibling.data.length > 1;
      if (!isProse || !node.parentElement.checkVisibility() || node.parentElement.closest('a')) continue;
      for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(node.data)) {
        const letters = [...segment.matchAll(/\\p{L}/gu)];
        if (letters.length >= 20) all.push({ node, text: segment, index, letters });
      }
    }
    const drawn = [];
    while (all.length > 0) {
      const [one] = all.splice(Math.floor(random() * all.length), 1);
      drawn.push({ ...one, offset: one.letters[Math.floor(one.letters.length * (0.2 + random() * 0.6))].index });
    }
    window.drawn = drawn;
    return drawn.map(({ text, offset }, index) => ({ index, text, offset }));
  })()`)) as Sentence[];
}

/** The letters of all data files, one after the other. */
async function lettersBelow(folder: string): Promise<string> {
  const paths = await readdir(folder, { recursive: true });
  const files = paths.filter((path) => path.endsWith('.yaml'));
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  return lettersOf(texts.join('\n'));
}

/** Clicks the letter of one of the drawn sentences → the place that the page names. */
async function click(page: Page, index: number) {
  const point = (await page.evaluate(`(() => {
    const { node, index, offset } = window.drawn[${index}];
    const range = node.ownerDocument.createRange();
    range.setStart(node, index + offset);
    range.setEnd(node, index + offset + 1);
    node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = range.getBoundingClientRect();
    const frame = document.querySelector('#page').getBoundingClientRect();
    return { x: frame.x + x + width * 0.3, y: frame.y + y + height / 2 };
  })()`)) as { x: number; y: number };
  const answered = page.waitForResponse((response) => response.url().includes('/source?'));
  await page.mouse.click(point.x, point.y);
  const { where } = (await (await answered).json()) as {
    where: { file: string; line: number; column: number };
  };
  const shown = `${where.file}:${where.line}:${where.column}`;
  await page.waitForFunction(
    `document.querySelector('#source a')?.textContent === ${JSON.stringify(shown)}`,
  );
  return where;
}

function offsetOf(text: string, line: number, column: number): number {
  return (
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1
  );
}

function lettersOf(text: string): string {
  return (text.match(/\p{L}/gu) ?? []).join('');
}
