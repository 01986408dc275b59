/**
 * Makes the pictures of docs/gallery.md from what lies in `output/`: first pages and a page with a
 * figure of the PDFs, and the HTML at three widths, light and dark; and those of docs/theme.md, for which
 * it builds one brief in each look; and those of docs/publish.md. Run it after `npm run brief` with
 * `--to md,html,pdf,email`:
 *
 *     node scripts/gallery.ts
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { openBrowser } from '../test/render/html/fixture/browser.ts';
import { paintLooks } from './gallery/looks.ts';
import { figurePage, openPdf, paintPage } from './gallery/paint-page.ts';
import { paintPublishing } from './gallery/publishing.ts';

const output = new URL('../output/', import.meta.url);
const images = new URL('../docs/images/', import.meta.url);

/** Pixels a point: 1.6 shows body text clearly at half the size of a page on the screen. */
const scale = 1.6;

mkdirSync(images, { recursive: true });
const names = readdirSync(output);
const pdfs = names.filter((name) => name.endsWith('.pdf')).sort();
for (const name of pdfs) await paintPages(name);
await photograph(names.filter((name) => name.endsWith('.html')).sort());
await paintLooks(images);
await paintPublishing(output, images);

/** The first page of a PDF, and the first later page that has a figure on it. */
async function paintPages(name: string): Promise<void> {
  const pdf = await openPdf(new URL(name, output));
  const stem = name.replace('.pdf', '');
  await paintPage(pdf, 1, scale, new URL(`${stem}-1.png`, images));
  const second = await figurePage(pdf);
  if (second !== undefined) {
    await paintPage(pdf, second, scale, new URL(`${stem}-figure.png`, images));
  }
  await pdf.cleanup();
}

/** The top of the first page at phone, tablet and desktop width, and in the dark. */
async function photograph(pages: readonly string[]): Promise<void> {
  const [name] = pages.filter((page) => page.startsWith('quiet-outlet'));
  if (name === undefined) return;
  const html = readFileSync(new URL(name, output), 'utf8');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const [width, scheme] of [
      [320, 'light'],
      [768, 'light'],
      [1440, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewport({ width, height: width === 320 ? 640 : 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setContent(html, { waitUntil: 'load' });
      const path = new URL(`html-${width}-${scheme}.png`, images).pathname as `${string}.png`;
      await page.screenshot({ path });
    }
  } finally {
    await browser.close();
  }
}
