import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPdf } from '../../../src/audit/extract-pdf.ts';
import { auditPdf } from '../../../src/audit/pdf.ts';
import { renderPdf } from '../../../src/render/pdf.ts';
import { startPrinter, type TestPrinter } from '../../render/pdf/chromium.ts';
import { type SampleOptions, sampleBrief } from '../../render/pdf/sample-brief.ts';

let printer: TestPrinter;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.close());

async function build(options: SampleOptions, attached = ''): Promise<Uint8Array> {
  const { document, html } = sampleBrief(options);
  const { value } = await renderPdf(html, document, (job) => printer.print(job), {
    attachments: [
      {
        name: 'canary-name.json',
        mediaType: 'application/json',
        bytes: new TextEncoder().encode(attached),
        description: 'canary-description',
        relationship: 'Data',
      },
    ],
  });
  return value.bytes;
}

describe('extractPdf', () => {
  it('finds a canary in every place that text can be in', async () => {
    const pdf = await build(
      {
        markdown: [
          '# canary-heading',
          'Body canary-body[^1] with [canary-link](https://example.org/canary-target).',
          '![canary-alt](data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==)',
          '| canary-header |\n| --- |\n| canary-cell |',
          '[^1]: canary-note',
        ].join('\n\n'),
        meta: {
          title: 'canary-title & more',
          description: 'canary-subject',
          keywords: ['canary-keyword'],
          authors: [{ name: 'canary-author', affiliations: [], isOrganisation: false }],
          publisher: { name: 'canary-publisher' },
        },
        css: '@page { @top-center { content: "canary-header-text" } }',
        edit: (body) => body.replace('Body', '<abbr title="canary-expansion">Body</abbr>'),
      },
      '{"secret": "canary-content"}',
    );
    const text = (await extractPdf(pdf)).map((part) => part.text).join('\n');
    for (const place of [
      ...['heading', 'body', 'link', 'target', 'alt', 'header', 'cell', 'note', 'title', 'subject'],
      ...['keyword', 'author', 'publisher', 'header-text', 'expansion', 'name', 'description'],
      'content',
    ])
      expect(text, place).toContain(`canary-${place}`);
  });

  it('says where a text was found', async () => {
    const parts = await extractPdf(await build({ markdown: '# Title\n\nText.' }, 'attached text'));
    const whereOf = (text: string) =>
      parts.filter((part) => part.text.includes(text)).map(({ where }) => where);
    expect(whereOf('attached text')).toEqual(['attachment canary-name.json']);
    expect(whereOf('Text.')).toEqual(['page 1', 'tagged text']);
    expect(whereOf('Lulls are not defeat')).toEqual(expect.arrayContaining(['Info Title', 'XMP']));
  });

  it('reads XMP without its escapes', async () => {
    const parts = await extractPdf(await build({ meta: { description: 'one & <two>' } }));
    const xmp = parts.filter(({ where }) => where === 'XMP').map(({ text }) => text);
    expect(xmp.join()).toContain('one & <two>');
  });

  it('finds text that was hidden in an entry nobody shows', async () => {
    const pdf = await PDFDocument.load(await build({}), { updateMetadata: false });
    pdf.catalog.set(PDFName.of('PieceInfo'), PDFString.of('canary-private'));
    const parts = await extractPdf(await pdf.save());
    expect(parts.map(({ text }) => text)).toContain('canary-private');
  });

  it('keeps words whole that the page breaks, and apart that it sets apart', async () => {
    const words =
      'A sentence that runs over the end of its line must be found as one sentence'.repeat(3);
    const parts = await extractPdf(await build({ markdown: `# Title\n\n${words}.` }));
    const page = parts.find(({ where }) => where === 'page 1');
    expect(page?.text).toContain(words);
  });

  it.for([
    ['ar', 'rtl', 'مرحبا بالعالم، هذه جملة طويلة تمتد على أكثر من سطر واحد في هذه الصفحة بلا شك'],
    ['he', 'rtl', 'שלום עולם, זהו משפט ארוך למדי שנועד לעבור על פני יותר משורה אחת בדף'],
    ['he', 'rtl', 'משפט עם English words באמצע, ועם מספר 123 בתוכו, וממשיך עוד קצת'],
    ['en', 'ltr', 'An English sentence with מילה אחת and more English after it'],
  ] as const)(
    'gives right-to-left text in the order it is read in: %s, %s, %s',
    async ([lang, dir, text], { skip }) => {
      const markdown = `# A\n\n${text}`;
      const css = 'body { font-size: 20pt }';
      const pdf = await build({ markdown, meta: { lang, dir }, css });
      const { diagnostics } = await auditPdf(pdf);
      if (diagnostics.some(({ code }) => code === 'pdf-glyph-missing'))
        skip(`no font here has the letters of ${lang}`);
      const parts = await extractPdf(pdf);
      const spoken = parts.find(({ where }) => where === 'tagged text')?.text ?? '';
      const letters = (value: string) => value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      expect(letters(spoken)).toContain(letters(text));
    },
  );
});
