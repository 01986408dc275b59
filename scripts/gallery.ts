/**
 * Makes the pictures of docs/gallery.md from what lies in `output/`: first pages and a page with a
 * figure of the PDFs, and the HTML at three widths, light and dark. Run it after `npm run brief`:
 *
 *     node scripts/gallery.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openBrowser } from '../test/render/html/fixture/browser.ts';

const output = new URL('../output/', import.meta.url);
const images = new URL('../docs/images/', import.meta.url);
const standardFonts = new URL('../node_modules/pdfjs-dist/standard_fonts/', import.meta.url)
  .pathname;

/** Pixels a point: 1.6 shows body text clearly at half the size of a page on the screen. */
const scale = 1.6;

mkdirSync(images, { recursive: true });
const names = readdirSync(output);
const pdfs = names.filter((name) => name.endsWith('.pdf')).sort();
for (const name of pdfs) await paintPages(name);
await photograph(names.filter((name) => name.endsWith('.html')).sort());

/** The first page of a PDF, and the first later page that has a figure on it. */
async function paintPages(name: string): Promise<void> {
  const data = new Uint8Array(readFileSync(new URL(name, output)));
  const pdf = await getDocument({ data, standardFontDataUrl: standardFonts }).promise;
  await paint(pdf, 1, `${name.replace('.pdf', '')}-1.png`);
  for (let number = 2; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    if (!/\bFigure \d/.test(text)) continue;
    await paint(pdf, number, `${name.replace('.pdf', '')}-figure.png`);
    break;
  }
  await pdf.cleanup();
}

async function paint(
  pdf: Awaited<ReturnType<typeof getDocument>['promise']>,
  number: number,
  name: string,
): Promise<void> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdfjs draws on any canvas with the standard interface; its types know only the browser's.
  const surface = canvas as unknown as Parameters<typeof page.render>[0]['canvas'];
  await page.render({ canvas: surface, viewport, background: '#ffffff' }).promise;
  writeFileSync(new URL(name, images), canvas.toBuffer('image/png'));
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
