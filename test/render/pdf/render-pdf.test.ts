import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attachment, renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from './chromium.ts';
import { hasProgram, picturesOf, runOn } from './poppler.ts';
import { type SampleOptions, sampleBrief } from './sample-brief.ts';

let printer: TestPrinter;
let printed: Uint8Array;
let finished: Uint8Array;

const attachment: Attachment = {
  name: 'lulls-are-not-defeat.json',
  mediaType: 'application/json',
  bytes: new TextEncoder().encode('{"findings": []}'),
  description: 'Data of this brief',
  relationship: 'Data',
};

beforeAll(async () => {
  printer = await startPrinter();
  ({ printed, finished } = await render({}, [attachment]));
});
afterAll(() => printer.close());

async function render(options: SampleOptions, attachments: readonly Attachment[] = []) {
  const { document, html } = sampleBrief(options);
  let raw: Uint8Array = new Uint8Array();
  const print = async (job: Parameters<TestPrinter['print']>[0]) => {
    const result = await printer.print(job);
    raw = result.bytes;
    return result;
  };
  const { value } = await renderPdf(html, document, print, { attachments });
  return { printed: raw, finished: value.bytes, pages: value.pages };
}

function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
}

describe('renderPdf', () => {
  it('gives the same bytes for the same brief, on a tab that has printed others before', async () => {
    await render({ markdown: '# Another\n\n| a | b |\n| - | - |\n| c | d |' });
    const again = await render({}, [attachment]);
    expect(Buffer.compare(finished, again.finished)).toBe(0);
  });

  it('counts the pages', async () => {
    const { pages } = await render({});
    expect(pages).toBe((await load(finished)).getPageCount());
  });

  it('says in Info and XMP what the document is', async () => {
    const pdf = await load(finished);
    expect(pdf.getTitle()).toBe('Lulls are not defeat — été 2025');
    expect(pdf.getAuthor()).toBe('Ada Čapek, B. Writer');
    expect(pdf.getSubject()).toBe('What a quiet month does & does not mean.');
    expect(pdf.getKeywords()).toBe('platforms, moderation');
    expect(pdf.getCreationDate()?.toISOString()).toBe('2025-06-01T00:00:00.000Z');
    const xmp = Buffer.from(finished)
      .toString('utf8')
      .match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)?.[0];
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Lulls are not defeat — été 2025</rdf:li>');
    expect(xmp).toContain('What a quiet month does &amp; does not mean.');
    expect(xmp).toContain('<xmp:CreateDate>2025-06-01T00:00:00Z</xmp:CreateDate>');
  });

  it('claims no standard before it was audited', () => {
    const text = Buffer.from(finished).toString('latin1');
    expect(text).not.toMatch(/pdfuaid:part|pdfaid:part/);
  });

  it('is PDF 1.7 with an identifier made of its content', () => {
    const text = Buffer.from(finished).toString('latin1');
    expect(text.startsWith('%PDF-1.7\n')).toBe(true);
    expect(text).toMatch(/\/ID \[ <([0-9A-F]{32})> <\1> \]/);
  });

  it('carries its attachments as associated files', async () => {
    const pdf = await load(finished);
    const [file] = pdf.getAttachments();
    expect(file?.name).toBe('lulls-are-not-defeat.json');
    expect(new TextDecoder().decode(file?.data)).toBe('{"findings": []}');
    expect(file?.mimeType).toBe('application/json');
    const associated = pdf.catalog.lookup(PDFName.of('AF'));
    expect(String(associated)).toMatch(/\d+ 0 R/);
  });

  it('names the pages, shows the title and keeps the bookmarks', async () => {
    const { catalog } = await load(finished);
    expect(String(catalog.lookup(PDFName.of('PageLabels')))).toContain('/S /D');
    expect(String(catalog.lookup(PDFName.of('ViewerPreferences')))).toContain(
      'DisplayDocTitle true',
    );
    const outline = catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const first = outline.lookup(PDFName.of('First'), PDFDict);
    expect(String(first.get(PDFName.of('Title')))).toContain('Lulls are not defeat');
    const element = first.lookup(PDFName.of('SE'), PDFDict);
    expect(String(element.get(PDFName.of('S')))).toBe('/H1');
  });

  it.runIf(hasProgram('pdftoppm'))('looks on every page as what the browser printed', () => {
    const before = picturesOf(printed);
    const after = picturesOf(finished);
    expect(after.length).toBe(before.length);
    expect(after.length).toBeGreaterThan(2);
    after.forEach((picture, index) => {
      expect(Buffer.compare(picture, before[index] ?? Buffer.alloc(0)), `page ${index + 1}`).toBe(
        0,
      );
    });
  });

  it.runIf(hasProgram('pdftotext'))('has the text of what the browser printed', () => {
    expect(runOn(finished, 'pdftotext', ['@', '-'])).toBe(runOn(printed, 'pdftotext', ['@', '-']));
  });

  it.runIf(hasProgram('qpdf'))('is sound in the eyes of qpdf', () => {
    expect(runOn(finished, 'qpdf', ['--check', '@'])).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it.runIf(hasProgram('pdfinfo'))('has tags that poppler reads without complaint', () => {
    const tags = runOn(finished, 'pdfinfo', ['-struct', '@']);
    expect(tags).toContain('LBody');
    expect(tags).toContain('THead');
    expect(tags).toContain('Note <note-1>');
    expect(tags).toContain('Scope /Column');
    expect(tags).not.toContain('NonStruct');
  });

  it('leaves nothing of the structure tree that was there before', async () => {
    const pdf = await load(finished);
    const objects = new Map(
      pdf.context.enumerateIndirectObjects().map(([ref, object]) => [String(ref), object]),
    );
    const reachable = new Set<string>();
    const follow = (text: string): void => {
      for (const [ref] of text.matchAll(/\d+ 0 R/g)) {
        if (reachable.has(ref)) continue;
        reachable.add(ref);
        const object = objects.get(ref);
        follow(String(object instanceof PDFRawStream ? object.dict : object));
      }
    };
    follow(String(pdf.context.trailerInfo.Root));
    const elements = pdf.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && String(object).includes('/StructElem'));
    for (const [ref] of elements) expect(reachable).toContain(String(ref));
  });
});
