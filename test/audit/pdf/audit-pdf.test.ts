import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPdf, expectationOf, identifyPdf } from '../../../src/audit/pdf.ts';
import { hasPassed } from '../../../src/audit/report.ts';
import type { Composed } from '../../../src/model/document.ts';
import { renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from '../../render/pdf/chromium.ts';
import { type SampleOptions, sampleBrief } from '../../render/pdf/sample-brief.ts';

const name = PDFName.of;

let printer: TestPrinter;
let good: Uint8Array;
let document: Composed;

beforeAll(async () => {
  printer = await startPrinter();
  ({ pdf: good, document } = await build({}));
});
afterAll(() => printer.close());

async function build(options: SampleOptions) {
  const sample = sampleBrief(options);
  const { value } = await renderPdf(sample.html, sample.document, (job) => printer.print(job), {
    attachments: [
      {
        name: 'data.json',
        mediaType: 'application/json',
        bytes: new TextEncoder().encode('{}'),
        description: 'Data of this brief',
        relationship: 'Data',
      },
    ],
  });
  return { pdf: value.bytes, document: sample.document };
}

/** Codes of what an audit finds, each once. */
async function codesOf(pdf: Uint8Array, of: Composed = document): Promise<string[]> {
  const { diagnostics } = await auditPdf(pdf, expectationOf(of));
  return [...new Set(diagnostics.map(({ code }) => code))];
}

/** The good file, changed by `change` and saved again. */
async function broken(change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(good, { updateMetadata: false });
  change(pdf);
  return saved(pdf);
}

function saved(pdf: PDFDocument): Promise<Uint8Array> {
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

/** Elements of the structure tree with a type, in order of their objects. */
function elements(pdf: PDFDocument, type: string): PDFDict[] {
  return dictionaries(pdf).filter(
    (dictionary) =>
      dictionary.get(PDFName.of('Type')) === PDFName.of('StructElem') &&
      dictionary.get(PDFName.of('S')) === PDFName.of(type),
  );
}

function dictionaries(pdf: PDFDocument): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
}

function links(pdf: PDFDocument): PDFDict[] {
  return dictionaries(pdf).filter((dictionary) => dictionary.get(name('Subtype')) === name('Link'));
}

function fonts(pdf: PDFDocument): PDFDict[] {
  return dictionaries(pdf).filter(
    (dictionary) => dictionary.get(name('Subtype')) === name('Type0'),
  );
}

function info(pdf: PDFDocument): PDFDict {
  return pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
}

/** Changes the content stream of every page. */
function rewrite(pdf: PDFDocument, change: (content: string) => string): void {
  for (const { node } of pdf.getPages()) {
    const stream = node.lookup(name('Contents'));
    if (!(stream instanceof PDFRawStream)) continue;
    const packed = deflateSync(
      Buffer.from(change(inflateSync(stream.contents).toString('latin1')), 'latin1'),
    );
    stream.updateContents(packed);
    stream.dict.set(name('Length'), PDFNumber.of(packed.length));
  }
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the sample has none of these');
  return item;
}

describe('auditPdf', () => {
  it('finds nothing wrong with what we make, and says which checks ran', async () => {
    const { value, diagnostics } = await auditPdf(good, expectationOf(document));
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(value.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(
      value.checks.filter(({ outcome }) => outcome !== 'passed').map(({ code }) => code),
    ).toEqual(['pdf-access-barred', 'pdf-identification-missing', 'pdf-claim-unproven']);
    expect(value.checks.every(({ source }) => /\d|own rule/.test(source))).toBe(true);
    expect(hasPassed(value, 'PDF/UA-1')).toBe(true);
    expect(hasPassed(value, 'PDF/A-3a')).toBe(true);
  });

  it('checks a stranger without an expectation, and does not run what it cannot compare', async () => {
    const { value } = await auditPdf(good);
    const unrun = value.checks.filter(({ outcome }) => outcome === 'not-run');
    expect(unrun.map(({ code }) => code)).toContain('pdf-text-lost');
    expect(unrun.every(({ reason = '' }) => reason.includes('brief'))).toBe(true);
  });

  it('misses the identification of a finished file, and finds it where it was written', async () => {
    const unnamed = await auditPdf(good);
    expect(unnamed.diagnostics.map(({ code }) => code)).toEqual(['pdf-identification-missing']);
    const { value } = await auditPdf(good, expectationOf(document));
    expect((await auditPdf(identifyPdf(good, value))).diagnostics).toEqual([]);
  });

  it.each([
    [
      'an alternative text',
      'PDF/A-3a',
      (pdf: PDFDocument) => first(elements(pdf, 'Figure')).delete(name('Alt')),
    ],
    [
      'the output intent',
      'PDF/UA-1',
      ({ catalog }: PDFDocument) => catalog.delete(name('OutputIntents')),
    ],
  ])('identifies a file that lacks %s as %s alone', async (_, standard, change) => {
    const faulty = await broken(change);
    const { value } = await auditPdf(faulty, expectationOf(document));
    const text = Buffer.from(identifyPdf(faulty, value)).toString('latin1');
    expect(text.includes('pdfuaid:part')).toBe(standard === 'PDF/UA-1');
    expect(text.includes('pdfaid:part')).toBe(standard === 'PDF/A-3a');
  });

  it('identifies nothing where a check of both failed', async () => {
    const faulty = await broken(({ catalog }) => catalog.delete(name('Lang')));
    const { value } = await auditPdf(faulty, expectationOf(document));
    expect(Buffer.from(identifyPdf(faulty, value)).equals(faulty)).toBe(true);
  });

  it('reports bytes that are no PDF', async () => {
    const { diagnostics } = await auditPdf(new TextEncoder().encode('not a PDF'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['pdf-unreadable']);
  });

  it('reports a claim that its checks do not bear out', async () => {
    const { value } = await auditPdf(good, expectationOf(document));
    const claiming = await PDFDocument.load(identifyPdf(good, value), { updateMetadata: false });
    claiming.catalog.delete(name('Lang'));
    expect(await codesOf(await saved(claiming))).toEqual([
      'pdf-language-missing',
      'pdf-claim-unproven',
    ]);
  });
});

describe('a broken PDF is reported for what is broken in it', () => {
  const faults: readonly (readonly [
    what: string,
    /** The fault first, then what it cannot but bring along, if anything. */
    codes: string,
    change: (pdf: PDFDocument) => void,
  ])[] = [
    ['language removed', 'pdf-language-missing', ({ catalog }) => catalog.delete(name('Lang'))],
    [
      'language of another brief',
      'pdf-language-missing',
      ({ catalog }) => catalog.set(name('Lang'), PDFString.of('fr')),
    ],
    [
      'language that is none',
      'pdf-language-malformed',
      (pdf) => first(elements(pdf, 'P')).set(name('Lang'), PDFString.of('English (UK)')),
    ],
    ['mark of tagging removed', 'pdf-untagged', ({ catalog }) => catalog.delete(name('MarkInfo'))],
    [
      'structure tree removed',
      'pdf-untagged pdf-text-lost pdf-outline-differs pdf-content-orphaned pdf-link-untagged',
      ({ catalog }) => catalog.delete(name('StructTreeRoot')),
    ],
    [
      'title hidden',
      'pdf-title-hidden',
      ({ catalog }) => catalog.delete(name('ViewerPreferences')),
    ],
    [
      'title removed from Info',
      'pdf-title-missing pdf-metadata-differs',
      (pdf) => info(pdf).delete(name('Title')),
    ],
    [
      'title of another brief in Info',
      'pdf-metadata-differs',
      (pdf) => info(pdf).set(name('Title'), PDFString.of('Another')),
    ],
    [
      'XMP removed',
      'pdf-metadata-missing pdf-title-missing',
      ({ catalog }) => catalog.delete(name('Metadata')),
    ],
    [
      'alternative text removed',
      'pdf-figure-alt-missing',
      (pdf) => first(elements(pdf, 'Figure')).delete(name('Alt')),
    ],
    [
      'a figure described twice',
      'pdf-figure-alt-doubled',
      (pdf) => first(elements(pdf, 'Art')).set(name('Alt'), PDFString.of('Bars, again')),
    ],
    [
      'a heading skipped',
      'pdf-heading-skipped',
      (pdf) => first(elements(pdf, 'H3')).set(name('S'), name('H4')),
    ],
    [
      'plain headings among numbered ones',
      'pdf-heading-mixed pdf-outline-differs',
      (pdf) => first(elements(pdf, 'H2')).set(name('S'), name('H')),
    ],
    [
      'scope of header cells removed',
      'pdf-header-cell-unscoped',
      (pdf) => {
        for (const cell of [...elements(pdf, 'TH'), ...elements(pdf, 'TD')]) cell.delete(name('A'));
      },
    ],
    [
      'a table without header cells',
      'pdf-table-headless',
      (pdf) => {
        for (const cell of elements(pdf, 'TH')) cell.set(name('S'), name('TD'));
      },
    ],
    [
      'a glyph that no font has',
      'pdf-glyph-missing',
      (pdf) => rewrite(pdf, (content) => content.replace(/<[\dA-F]{4}/, '<0000')),
    ],
    [
      'a cell outside of a row',
      'pdf-tag-misplaced',
      (pdf) => first(elements(pdf, 'TR').toReversed()).set(name('S'), name('Div')),
    ],
    [
      'a cell removed',
      'pdf-table-irregular pdf-text-lost pdf-content-orphaned',
      (pdf) => first(elements(pdf, 'TR')).lookup(name('K'), PDFArray).remove(0),
    ],
    [
      'a list item without a body',
      'pdf-list-item-bodyless',
      (pdf) => first(elements(pdf, 'LBody')).set(name('S'), name('Lbl')),
    ],
    [
      'a role map without Strong',
      'pdf-role-unmapped',
      ({ catalog }) => catalog.lookup(name('StructTreeRoot'), PDFDict).delete(name('RoleMap')),
    ],
    [
      'a note without a name',
      'pdf-note-unnamed',
      (pdf) => first(elements(pdf, 'Note')).delete(name('ID')),
    ],
    [
      'description of a link removed',
      'pdf-link-undescribed',
      (pdf) => first(links(pdf)).delete(name('Contents')),
    ],
    [
      'a link out of its tag',
      'pdf-link-untagged',
      (pdf) => first(elements(pdf, 'Link')).set(name('S'), name('Span')),
    ],
    [
      'a hidden link',
      'pdf-annotation-faulty',
      (pdf) => first(links(pdf)).set(name('F'), PDFNumber.of(2)),
    ],
    [
      'tab order removed',
      'pdf-tab-order-missing',
      (pdf) => first(pdf.getPages()).node.delete(name('Tabs')),
    ],
    [
      'a font without its text',
      'pdf-font-unmapped',
      (pdf) => first(fonts(pdf)).delete(name('ToUnicode')),
    ],
    [
      'a font left out',
      'pdf-font-unembedded',
      (pdf) => {
        for (const descriptor of dictionaries(pdf)) descriptor.delete(name('FontFile2'));
      },
    ],
    [
      'a font without a map of its glyphs',
      'pdf-font-faulty',
      (pdf) => {
        for (const font of dictionaries(pdf)) font.delete(name('CIDToGIDMap'));
      },
    ],
    [
      'unmarked text',
      'pdf-content-unmarked',
      (pdf) => rewrite(pdf, (content) => content.replace(/\/Artifact [^\n]*BDC\n/, '/Span BMC\n')),
    ],
    [
      'an artifact inside of a paragraph',
      'pdf-artifact-nested',
      (pdf) =>
        rewrite(pdf, (content) => content.replace(/(MCID \d+ >>BDC\n)/, '$1/Artifact BMC EMC\n')),
    ],
    [
      'content that no tag names',
      'pdf-content-orphaned pdf-text-lost pdf-outline-differs',
      (pdf) => first(elements(pdf, 'H2')).delete(name('K')),
    ],
    [
      'a tag that names no content',
      'pdf-structure-dangling pdf-text-lost pdf-outline-differs pdf-content-orphaned',
      (pdf) => first(elements(pdf, 'H2')).set(name('K'), PDFNumber.of(9999)),
    ],
    [
      'text beside the page',
      'pdf-text-outside',
      (pdf) => rewrite(pdf, (content) => content.replace(/1 0 0 -1 0 \d/, '1 0 0 -1 -900 1')),
    ],
    [
      'a script',
      'pdf-active-content',
      (pdf) => {
        pdf.addJavaScript('greeting', 'app.alert("hello")');
      },
    ],
    [
      'a program that a link starts',
      'pdf-active-content',
      (pdf) =>
        first(links(pdf)).set(name('A'), pdf.context.obj({ Type: 'Action', S: 'Launch', F: 'x' })),
    ],
    [
      'an attachment tied to nothing',
      'pdf-attachment-faulty',
      ({ catalog }) => catalog.delete(name('AF')),
    ],
    [
      'another paper',
      'pdf-paper-differs pdf-text-outside',
      (pdf) => first(pdf.getPages()).setMediaBox(0, 0, 612, 792),
    ],
    [
      'a page removed',
      'pdf-text-lost pdf-outline-differs pdf-structure-dangling',
      (pdf) => pdf.removePage(pdf.getPageCount() - 1),
    ],
    ['no bookmarks', 'pdf-outline-differs', ({ catalog }) => catalog.delete(name('Outlines'))],
    [
      'a bookmark renamed',
      'pdf-outline-differs',
      ({ catalog }) =>
        catalog
          .lookup(name('Outlines'), PDFDict)
          .lookup(name('First'), PDFDict)
          .set(name('Title'), PDFString.of('Another')),
    ],
    [
      'a bookmark whose words run together',
      'pdf-outline-differs',
      ({ catalog }) =>
        catalog
          .lookup(name('Outlines'), PDFDict)
          .lookup(name('First'), PDFDict)
          .set(name('Title'), PDFString.of('Lulls arenot defeat')),
    ],
    [
      'no output intent',
      'pdf-colour-undefined',
      ({ catalog }) => catalog.delete(name('OutputIntents')),
    ],
    [
      'layers',
      'pdf-archive-feature',
      ({ catalog, context }) => catalog.set(name('OCProperties'), context.obj({})),
    ],
    [
      'no identifier',
      'pdf-envelope-faulty',
      ({ context }) => {
        delete context.trailerInfo.ID;
      },
    ],
    [
      'parts of the text exchanged',
      'pdf-text-reordered',
      (pdf) => {
        const article = first(elements(pdf, 'Art')).lookup(name('K'), PDFArray);
        const second = article.get(1);
        article.remove(1);
        article.push(second);
      },
    ],
  ];

  it.each(faults)('%s: %s', async (_, codes, change) => {
    const found = await codesOf(await broken(change));
    expect(found.toSorted()).toEqual(codes.split(' ').toSorted());
  });
});

describe('a print that lost something is reported with what it lost', () => {
  it('a word longer than the line', async () => {
    const word = 'Unbreakable'.repeat(280);
    const { pdf, document: own } = await build({ markdown: `# Title\n\nBefore ${word} after.` });
    const { diagnostics } = await auditPdf(pdf, expectationOf(own));
    expect(diagnostics.map(({ code }) => code)).toEqual(['pdf-text-lost']);
    expect(diagnostics[0]?.message).toContain('Unbreakable');
  });

  it('a table with forty columns', async () => {
    const row = (cell: (column: number) => string) =>
      `|${Array.from({ length: 40 }, (_, column) => cell(column)).join('|')}|`;
    const table = [row((n) => `Column ${n}`), row(() => '---'), row((n) => `${n * 1117}`)];
    const { pdf, document: own } = await build({ markdown: `# Title\n\n${table.join('\n')}` });
    const { diagnostics } = await auditPdf(pdf, expectationOf(own));
    expect(new Set(diagnostics.map(({ code }) => code))).toContain('pdf-text-lost');
    expect(diagnostics.map(({ message }) => message).join()).toMatch(/Column|\d{4,}/);
  });

  it('text that was painted as a picture', async () => {
    const { pdf, document: own } = await build({
      markdown: '# Title\n\nPlain text.\n\nBlurred text.',
      css: 'p:last-of-type { filter: blur(1px) }',
    });
    expect(await codesOf(pdf, own)).toContain('pdf-text-lost');
  });

  it('a character that no font has, by its number', async () => {
    const { pdf, document: own } = await build({
      markdown: '# Title\n\nThe sign \u{10fffd} is rare.',
    });
    const { diagnostics } = await auditPdf(pdf, expectationOf(own));
    expect(diagnostics.map(({ code }) => code)).toEqual(['pdf-glyph-missing']);
    expect(diagnostics[0]?.message).toContain('U+10FFFD');
  });

  it('points at the YAML that the lost words were written in', async () => {
    const { pdf, document: own } = await build({ markdown: '# Title\n\nKept.\n\nLost words.' });
    const missing = { file: 'data/briefs/a.yaml', start: 10, end: 20 };
    const [, , lost] = own.tree.children;
    if (lost === undefined) throw new Error('the tree has three blocks');
    lost.data = { origin: missing };
    if (lost.type === 'paragraph') lost.children.push({ type: 'text', value: ' Never printed.' });
    const { diagnostics } = await auditPdf(pdf, expectationOf(own));
    expect(diagnostics).toMatchObject([{ code: 'pdf-text-lost', span: missing }]);
    expect(diagnostics[0]?.message).toContain('Never printed');
  });
});
