/** What no line holds: it comes out whole in every format, or is refused with the words that were lost. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPdf } from '../../src/audit/extract-pdf.ts';
import { auditHtml } from '../../src/audit/html.ts';
import { type ClosablePrinter, createPrinter } from '../../src/host/browser/printer.ts';
import { briefProject, buildOne, errorsOf, textOf } from '../support/project.ts';

let printer: ClosablePrinter;
let axe: string;

beforeAll(async () => {
  printer = await createPrinter();
  axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
});
afterAll(() => printer.close());

const columns = Array.from({ length: 40 }, (_, index) => `Column ${index}`);
const line = (cells: readonly string[]) => `|${cells.join('|')}|`;
const numbers = columns.map((_, index) => `n${10_000 + index * 1117}`);
const table = [line(columns), line(columns.map(() => '---')), line(numbers)].join('\n');
const word = 'abcdefghij'.repeat(300);

async function build(brief: Readonly<Record<string, unknown>>, data = {}) {
  const host = briefProject(brief, data, { printer });
  const { built, diagnostics } = await buildOne(host, { formats: ['html', 'pdf', 'docx'] });
  return { built, diagnostics };
}

type Built = Awaited<ReturnType<typeof build>>['built'];

/** Text of a brief in each format, without spaces; none of a format that was not released. */
async function textsOf(built: Built) {
  const texts = new Map<string, string>();
  for (const { format, bytes } of built?.artifacts ?? []) {
    const text =
      format === 'pdf'
        ? (await extractPdf(bytes)).find(({ where }) => where === 'tagged text')?.text
        : format === 'docx'
          ? new TextDecoder()
              .decode(unzipSync(bytes)['word/document.xml'])
              .replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/gs, '')
          : textOf(built, format).replace(/<style.*?<\/style>|<[^>]*>/gs, '');
    texts.set(format, (text ?? '').replace(/\s/g, ''));
  }
  return texts;
}

describe('what no line holds', () => {
  it.each([
    ['a table with forty columns in the text', { sections: [{ title: 'Wide', body: table }] }, {}],
    [
      'a figure with forty columns',
      { figures: ['wide'] },
      {
        figures: {
          wide: {
            title: 'Wide',
            alt: 'Forty numbers.',
            kind: 'table',
            columns: Object.fromEntries(columns.map((column, index) => [`c${index}`, column])),
            data: [Object.fromEntries(numbers.map((number, index) => [`c${index}`, number]))],
          },
        },
      },
    ],
  ])('%s is whole in every format', async (_, brief, data) => {
    const { built, diagnostics } = await build(brief, data);
    expect(errorsOf(diagnostics)).toEqual([]);
    const texts = await textsOf(built);
    expect([...texts.keys()]).toEqual(['html', 'pdf', 'docx']);
    for (const text of texts.values())
      for (const cell of [...columns, ...numbers]) expect(text).toContain(cell.replace(' ', ''));
  });

  it.each([
    ['in a paragraph', { sections: [{ title: 'Long', body: `Before ${word} after.` }] }],
    [
      'in a cell',
      { sections: [{ title: 'Long', body: `| A | B |\n| --- | --- |\n| ${word} | x |` }] },
    ],
    ['as an address', { sections: [{ title: 'Long', body: `<https://example.org/${word}>` }] }],
  ])('a word of 3,000 letters is whole in every format: %s', async (_, brief) => {
    const { built, diagnostics } = await build(brief);
    expect(errorsOf(diagnostics)).toEqual([]);
    const texts = await textsOf(built);
    expect([...texts.keys()]).toEqual(['html', 'pdf', 'docx']);
    for (const text of texts.values()) expect(text).toContain(word);
    const html = new TextEncoder().encode(textOf(built, 'html'));
    const { value } = await auditHtml(html, { examine: (job) => printer.examine(job), axe });
    expect(value.checks.find(({ name }) => name === 'html-too-wide')?.outcome).toBe('passed');
  });

  it('a title that no page holds is refused in print, with the words that were lost', async () => {
    const { built, diagnostics } = await build({ title: `Title ${word}` });
    expect([...(await textsOf(built)).keys()]).toEqual(['html', 'docx']);
    const lost = diagnostics.find(({ code }) => code === 'pdf-text-lost');
    expect(lost?.message).toMatch(/^the PDF has lost ".*abcdefghij/);
    expect(lost?.hint).toContain('shorten the word');
  });
});
