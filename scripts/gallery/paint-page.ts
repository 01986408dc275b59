/** Pages of a PDF as pictures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const standardFonts = new URL('../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url)
  .pathname;

/** An open PDF. */
export type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Place of a PDF → the PDF, open. */
export function openPdf(file: URL): Promise<Pdf> {
  const data = new Uint8Array(readFileSync(file));
  return getDocument({ data, standardFontDataUrl: standardFonts }).promise;
}

/** Number of the first page after the first that has a figure on it; undefined where none has. */
export async function figurePage(pdf: Pdf): Promise<number | undefined> {
  for (let number = 2; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    if (/\bFigure \d/.test(text)) return number;
  }
  return undefined;
}

/** PDF, 1-based page, pixels a point → a PNG at a place. */
export async function paintPage(pdf: Pdf, number: number, scale: number, to: URL): Promise<void> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdfjs draws on any canvas with the standard interface; its types know only the browser's.
  const surface = canvas as unknown as Parameters<typeof page.render>[0]['canvas'];
  await page.render({ canvas: surface, viewport, background: '#ffffff' }).promise;
  writeFileSync(to, canvas.toBuffer('image/png'));
}
