import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../../src/audit/comparable.ts';
import { openPdf } from '../../../src/audit/pdf/open-pdf.ts';
import { auditPdf, expectationOf, identifyPdf } from '../../../src/audit/pdf.ts';
import { renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from '../../render/pdf/chromium.ts';
import { hasProgram, runOn } from '../../render/pdf/poppler.ts';
import { sampleBrief } from '../../render/pdf/sample-brief.ts';

let printer: TestPrinter;
let pdf: Uint8Array;

beforeAll(async () => {
  printer = await startPrinter();
  const { document, html } = sampleBrief();
  const { value } = await renderPdf(html, document, (job) => printer.print(job));
  const report = await auditPdf(value.bytes, expectationOf(document));
  pdf = identifyPdf(value.bytes, report.value);
});
afterAll(() => printer.close());

/** All letters of a text, sorted: readers differ in the order of columns and cells. */
function lettersOf(text: string): string {
  return [...comparable(text)].sort().join('');
}

describe('other readers agree with our audit', () => {
  it('pdf.js: the same text on every page, tags, language, title, nothing that acts', async () => {
    const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
    const document = await loading.promise;
    const view = await openPdf(pdf);
    expect(document.numPages).toBe(view.pages.length);
    for (const { number, streams } of view.pages) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const theirs = items.map((item) => ('str' in item ? item.str : '')).join('');
      const ours = streams.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
      expect(lettersOf(theirs)).toBe(lettersOf(ours));
      expect(await page.getStructTree()).not.toBeNull();
    }
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Lulls are not defeat — été 2025', Language: 'en-GB' });
    const marks: unknown = await document.getMarkInfo();
    expect(marks instanceof Map && marks.get('Marked')).toBe(true);
    expect(await document.getJSActions()).toBeNull();
    expect((await document.getOutline())?.[0]?.title).toBe('Lulls are not defeat');
    await loading.destroy();
  });

  it.runIf(hasProgram('pdfinfo'))('poppler: tagged, no script, no form, not encrypted', () => {
    const info = runOn(pdf, 'pdfinfo', ['@']);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Suspects:\s+no/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Form:\s+none/);
    expect(info).toMatch(/Encrypted:\s+no/);
    expect(runOn(pdf, 'pdfinfo', ['-meta', '@'])).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it.runIf(hasProgram('pdffonts'))('poppler: every font embedded, with a map to Unicode', () => {
    const [, , ...fonts] = runOn(pdf, 'pdffonts', ['@']).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
  });

  it.runIf(hasProgram('pdftotext'))('poppler: the letters that we read', async () => {
    const view = await openPdf(pdf);
    const runs = view.pages.flatMap(({ streams }) => streams.flatMap((stream) => stream.runs));
    const ours = runs.map(({ text }) => text).join('');
    expect(lettersOf(runOn(pdf, 'pdftotext', ['@', '-']))).toBe(lettersOf(ours));
  });

  it.runIf(hasProgram('qpdf'))('qpdf: sound, and so after its identification was written', () => {
    expect(runOn(pdf, 'qpdf', ['--check', '@'])).toContain('No syntax or stream encoding errors');
  });
});
