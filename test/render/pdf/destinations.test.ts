import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf, type PdfView } from '../../../src/audit/pdf/open-pdf.ts';
import { auditPdf, expectationOf } from '../../../src/audit/pdf.ts';
import { dictionaryAt, entry, textAt } from '../../../src/model/pdf/objects.ts';
import { PdfDict, type PdfRef, type PdfValue } from '../../../src/model/pdf/values.ts';
import { renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from './chromium.ts';
import { sampleBrief } from './sample-brief.ts';

let printer: TestPrinter;
let page: PdfView;
let codes: string[];

const heading =
  'A heading that is so long that it takes two lines of the narrow column it stands in';
const filler = 'Words fill the page until the next heading.\n\n'.repeat(12);

beforeAll(async () => {
  printer = await startPrinter();
  const { html, document } = sampleBrief({
    markdown: `# Title\n\n[To the part](#part)\n\n${filler}\n\n## ${heading}\n\nText.\n\n## Short\n`,
    css: '@page { margin: 40mm 30mm } @page :first { margin-top: 55mm } h2 { width: 60mm }',
    edit: (body) => body.replace('<h2>', '<h2 id="part">'),
  });
  const { value } = await renderPdf(html, document, (job) => printer.print(job));
  page = await openPdf(value.bytes);
  const { diagnostics } = await auditPdf(value.bytes, expectationOf(document));
  codes = diagnostics.map(({ code }) => code);
});
afterAll(() => printer.close());

/** Highest base line of the text that a heading shows, and its page. */
function lineOf(text: string): { readonly y: number; readonly page: PdfRef } {
  for (const { ref, streams } of page.pages)
    for (const { runs } of streams)
      for (const run of runs)
        if (run.mark === 'tag' && run.text.startsWith(text))
          return { y: Math.max(...run.points.map(([, y]) => y)), page: ref };
  throw new Error(`no page shows ${text}`);
}

/** `[page /XYZ x y zoom]` → page, height, and whether the place from the left is the reader's own. */
function placeIn(destination: PdfValue | undefined) {
  if (!Array.isArray(destination)) throw new Error('no destination');
  const [page, , left, top] = destination;
  return { page, left, y: typeof top === 'number' ? top : 0 };
}

function bookmarks(): readonly PdfDict[] {
  const outline = dictionaryAt(page.pdf.catalog, 'Outlines');
  const [title] = outline === undefined ? [] : [dictionaryAt(outline, 'First')];
  const items = [title];
  for (let item = title && dictionaryAt(title, 'First'); item; item = dictionaryAt(item, 'Next'))
    items.push(item);
  return items.filter((item) => item instanceof PdfDict);
}

describe('where a PDF lands', () => {
  it('is a little above the heading that a link leads to, whatever the margins', () => {
    const places = dictionaryAt(page.pdf.catalog, 'Dests');
    const { y, page: ref, left } = placeIn(places && entry(places, 'part'));
    const line = lineOf('A heading');
    expect(ref).toBe(line.page);
    expect(y - line.y).toBeGreaterThan(16);
    expect(y - line.y).toBeLessThan(40);
    expect(left).toBe(null);
  });

  it('is a little above the heading of a bookmark', () => {
    for (const item of bookmarks()) {
      const { y, page: ref } = placeIn(entry(item, 'Dest'));
      const line = lineOf((textAt(item, 'Title') ?? '').slice(0, 5));
      expect(ref).toBe(line.page);
      expect(y - line.y).toBeGreaterThan(14);
      expect(y - line.y).toBeLessThan(50);
    }
  });

  it('is named with all the words of the heading, where its line was broken, too', () => {
    expect(bookmarks().map((item) => textAt(item, 'Title'))).toEqual(['Title', heading, 'Short']);
    expect(codes).toEqual([]);
  });
});
