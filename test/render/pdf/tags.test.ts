import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf, type PdfView } from '../../../src/audit/pdf/open-pdf.ts';
import { spokenText } from '../../../src/audit/pdf/spoken-text.ts';
import type { Tag } from '../../../src/audit/pdf/tags.ts';
import { textAt } from '../../../src/model/pdf/objects.ts';
import { renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from './chromium.ts';
import { sampleBrief } from './sample-brief.ts';

let printer: TestPrinter;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.close());

/** HTML of a page's body → the finished PDF, read again. */
async function view(body: string, css = ''): Promise<PdfView> {
  const { document, html } = sampleBrief({ edit: () => body, css });
  const { value } = await renderPdf(html, document, (job) => printer.print(job));
  return openPdf(value.bytes);
}

/** The tags as lines of text, indented: what a person would compare. */
function outlineOf(page: PdfView): string {
  const line = (tag: Tag, depth: number): string[] => {
    const facts = [
      tag.alt === undefined ? '' : ` alt=${tag.alt}`,
      tag.expansion === undefined ? '' : ` means=${tag.expansion}`,
      tag.lang === tag.parent?.lang || tag.parent === undefined ? '' : ` lang=${tag.lang}`,
      tag.id === undefined ? '' : ` id=${tag.id}`,
    ].join('');
    const kids = tag.kids.flatMap((kid) => {
      if (kid.kind === 'tag') return line(kid, depth + 1);
      if (kid.kind === 'object') return [];
      return [`${'  '.repeat(depth + 1)}"${page.texts.get(kid.key)?.text ?? ''}"`];
    });
    return [`${'  '.repeat(depth)}${tag.type}${facts}`, ...kids];
  };
  const article = page.tags?.all.find(({ type }) => type === 'Art');
  return (article?.kids ?? [])
    .flatMap((kid) => (kid.kind === 'tag' ? line(kid, 0) : []))
    .join('\n');
}

describe('the tags of a finished PDF', () => {
  it('are those of the page, without the ones that say nothing', async () => {
    const page = await view(`<header><div>Office</div><div>Date <b>and</b> time</div></header>
<h1>Title</h1><section><h2>Part</h2><p>One <strong>two</strong> <em>three</em>.</p></section>`);
    expect(outlineOf(page)).toBe(
      [
        'Div',
        '  P',
        '    "Office"',
        '  P',
        '    "Date "',
        '    "and"',
        '    " time"',
        'H1',
        '  "Title"',
        'Sect',
        '  H2',
        '    "Part"',
        '  P',
        '    "One "',
        '    Strong',
        '      "two"',
        '    " "',
        '    Em',
        '      "three"',
        '    "."',
      ].join('\n'),
    );
  });

  it('say the language of a phrase, whatever element it is in', async () => {
    const page = await view(
      '<h1>T</h1><p>A <i lang="fr">mot</i>, <span lang="de">ein Wort</span>, <q lang="es">voz</q>.</p>',
    );
    expect(outlineOf(page)).toContain('Span lang=fr\n    "mot"');
    expect(outlineOf(page)).toContain('Span lang=de\n    "ein Wort"');
    expect(outlineOf(page)).toContain('lang=es');
  });

  it('say what an abbreviation stands for', async () => {
    const page = await view(
      `<h1>T</h1><p>The <abbr title='Traffic "Light" Protocol'>TLP</abbr> and
<abbr lang="fr" title="Organisation des Nations unies">ONU</abbr>.</p>`,
    );
    expect(outlineOf(page)).toContain('Span means=Traffic "Light" Protocol\n    "TLP"');
    expect(outlineOf(page)).toContain(
      'Span means=Organisation des Nations unies lang=fr\n    "ONU"',
    );
    expect(outlineOf(page)).not.toContain('x-exp');
  });

  it('tie notes and their markers together', async () => {
    const page = await view(`<h1>T</h1><p>Said<sup><a id="ref-1" href="#note-1" role="doc-noteref"
aria-label="Note 1">1</a></sup>.</p><section role="doc-endnotes"><h2>Notes</h2><ol>
<li id="note-1">A source. <a href="#ref-1" role="doc-backlink" aria-label="Back">^</a></li></ol></section>`);
    const text = outlineOf(page);
    expect(text).toContain('  Reference\n    Link\n      "1"');
    expect(text).toMatch(
      /LI\n\s+Lbl\n\s+"1. "\n\s+LBody\n\s+Note id=note-1\n\s+"A source. "\n\s+Link/,
    );
    const contents = page.pages.flatMap(({ annotations }) =>
      annotations.map(({ dictionary }) => textAt(dictionary, 'Contents')),
    );
    expect(contents).toEqual(['Note 1', 'Back']);
  });

  it('call a link by its label or its text, on every line it runs over', async () => {
    const page = await view(
      `<h1>T</h1><p><a href="https://example.org">${'a long name of a link '.repeat(9)}</a></p>
<p><a href="https://example.org/2" aria-label="Full report (PDF) &#x26; data">here</a></p>`,
    );
    const contents = page.pages.flatMap(({ annotations }) =>
      annotations.map(({ dictionary }) => textAt(dictionary, 'Contents')),
    );
    expect(contents.length).toBeGreaterThan(2);
    expect(contents.at(-1)).toBe('Full report (PDF) & data');
    expect(new Set(contents.slice(0, -1)).size).toBe(1);
  });

  it('give rows of headers and rows of data to different parts of a table', async () => {
    const page = await view(`<h1>T</h1><table><caption>Cap</caption>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">a</th><td>1</td></tr><tr><td>b</td><td></td></tr></tbody></table>`);
    const types = page.tags?.all.map(({ type }) => type).join(' ');
    expect(types).toContain('Table Caption THead TR TH TH TBody TR TH TD TR TD TD');
  });

  it('name the headers of a table once, also where they are printed on every page', async () => {
    const rows = Array.from({ length: 90 }, (_, row) => `<tr><td>m${row}</td><td>${row}</td></tr>`);
    const page = await view(`<h1>T</h1><table><thead><tr><th scope="col">Month</th>
<th scope="col">Value</th></tr></thead><tbody>${rows.join('')}</tbody></table>`);
    expect(page.pages.length).toBeGreaterThan(2);
    const headers = page.tags?.all.filter(({ role }) => role === 'TH') ?? [];
    expect(headers.map((tag) => spokenText(page, tag))).toEqual(['Month', 'Value']);
    const last = page.pages.at(-1)?.streams.flatMap(({ runs }) => runs) ?? [];
    expect(last.filter(({ mark, text }) => mark === 'artifact' && text === 'Month')).toHaveLength(
      1,
    );
  });

  it('describe a figure once, also where a figure element is around the image', async () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const page =
      await view(`<h1>T</h1><figure><img width="40" height="40" alt="One dot" src="${pixel}">
<figcaption>Caption</figcaption></figure><svg role="img" aria-label="Two dots" width="40" height="40">
<rect width="9" height="9"/><text x="1" y="30">label</text></svg>`);
    const figures = page.tags?.all.filter(({ role }) => role === 'Figure') ?? [];
    expect(figures.map(({ alt }) => alt)).toEqual(['One dot', 'Two dots']);
    expect(outlineOf(page)).toMatch(/Div\n {2}Figure alt=One dot\n {4}""\n {2}Caption/);
    expect(figures.map((tag) => spokenText(page, tag))).toEqual(['', 'label']);
  });

  it('keep the number of a list item that is made of several pieces', async () => {
    const page = await view(
      '<h1>T</h1><ol><li>first</li><li>second</li></ol>',
      'li::marker { content: counter(list-item) "\\2002" }',
    );
    const labels = page.tags?.all.filter(({ role }) => role === 'Lbl') ?? [];
    expect(labels.map((tag) => spokenText(page, tag).trim())).toEqual(['1', '2']);
  });

  it('leave rules, borders and hidden text to artifacts', async () => {
    const page = await view(
      '<h1>T</h1><hr><p style="border:1px solid">Text</p><p aria-hidden="true">Ornament</p>',
    );
    expect(outlineOf(page)).toBe('H1\n  "T"\nP\n  "Text"');
    const unmarked = page.pages.flatMap(({ streams }) => streams.flatMap(({ runs }) => runs));
    expect(unmarked.filter(({ mark, paints }) => mark === 'none' && paints)).toEqual([]);
  });

  it('tell headers from footers', async () => {
    const { document, html } = sampleBrief();
    const { value } = await renderPdf(html, document, (job) => printer.print(job));
    const pdf = await PDFDocument.load(value.bytes);
    const { streams } = (await openPdf(value.bytes)).pages[0] ?? { streams: [] };
    const artifacts = streams.flatMap(({ runs }) => runs.filter(({ mark }) => mark === 'artifact'));
    expect(artifacts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('TLP:CLEAR'),
        expect.stringContaining('Page'),
      ]),
    );
    expect(pdf.catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict);
  });

  it('reach into parts of the page that are painted through a form', async () => {
    const page = await view('<h1>T</h1><p style="opacity:.5">Half <b>there</b></p><p>Whole</p>');
    expect(outlineOf(page)).toContain('"Half "');
    expect(page.pages[0]?.streams.some(({ isForm }) => isForm)).toBe(true);
  });
});
