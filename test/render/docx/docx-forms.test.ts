import type { PhrasingContent, Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { DocumentMeta, Paper } from '../../../src/model/document.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';
import { renderDocx } from '../../../src/render/docx.ts';
import { sampleBrief } from '../pdf/sample-brief.ts';
import { openDocx, paragraphsOf, textOf } from './open-docx.ts';

/** A red square of one pixel. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

async function open(tree: Root, meta: Partial<DocumentMeta> = {}, paper: Paper = 'A4') {
  const { document } = sampleBrief({ meta, paper });
  const { value, diagnostics } = await renderDocx({ ...document, tree });
  const file = openDocx(value.bytes);
  return { file, body: file.part('word/document.xml'), codes: diagnostics.map(({ code }) => code) };
}

describe('a Word file in Arabic', () => {
  const text = [
    '## عنوان',
    '',
    'نص عربي مع Telegram في الوسط.',
    '',
    '| أ | ب |',
    '| - | - |',
    '| ج | د |',
  ];

  it('sets paragraphs, runs and tables from right to left, and Latin words from left to right', async () => {
    const { file, body } = await open(parseMarkdown(text.join('\n')), { lang: 'ar', dir: 'rtl' });
    for (const { xml, style } of paragraphsOf(body)) {
      if (style !== 'Spacer') expect(xml).toContain('<w:bidi/>');
    }
    const runs = [...body.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run);
    const turned = (words: string) => runs.find((run) => run.includes(words))?.includes('<w:rtl/>');
    expect([turned('نص'), turned('Telegram'), turned('الوسط')]).toEqual([true, false, true]);
    expect(body).toContain('<w:bidiVisual/>');
    expect(file.part('word/styles.xml')).toMatch(/<w:lang [^>]*w:bidi="ar"/);
  });

  it('keeps the marking at the right edge', async () => {
    const { file } = await open(parseMarkdown('نص'), { lang: 'ar', dir: 'rtl' });
    const header = file.part('word/header1.xml');
    // A line from right to left begins at the right edge.
    expect(header).toContain('<w:bidi/>');
    expect(textOf(header).trim()).toMatch(/^TLP:CLEAR/);
  });
});

it('gives columns of a Word file the room that their words need, beside long ones too', async () => {
  const long =
    'A sentence of a good many words, which alone would take the whole width of the page.';
  const text = `| Deaths | What | Number | Why | Remarks |\n| - | - | - | - | - |\n| 1 | ${long} | 15,000 | ${long} | ${long} |`;
  const { body } = await open(parseMarkdown(text));
  const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(5);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(6 * 105 + 200);
  const alike = [widths[1], widths[3]];
  expect(alike[0]).toBe(alike[1]);
});

describe('the rows of a table in a Word file', () => {
  const rowsOf = async (count: number, cell = 'words') => {
    const rows = Array.from({ length: count }, (_, row) => `| Row ${row} | ${cell} |`);
    const [table] = parseMarkdown(['| A | B |', '| - | - |', ...rows].join('\n')).children;
    const children: RootContent[] = [
      { type: 'paragraph', children: [{ type: 'text', value: 'Title' }] },
      ...(table === undefined ? [] : [table]),
    ];
    const figure = { type: 'region', role: 'figure', attributes: {}, children } as const;
    const { body } = await open({ type: 'root', children: [figure] });
    return [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
      isBound: row.includes('<w:keepNext/>'),
      isWhole: row.includes('<w:cantSplit/>'),
    }));
  };

  it('stay together where they are few, and near the ends where they are many', async () => {
    const bound = (rows: readonly { isBound: boolean }[]) =>
      rows.flatMap(({ isBound }, index) => (isBound ? [] : [index]));
    // The last has nothing below it to keep to.
    expect(bound(await rowsOf(8)).filter((index) => index < 8)).toEqual([]);
    const free = bound(await rowsOf(30));
    expect([free[0], free.filter((index) => index < 29).at(-1)]).toEqual([3, 27]);
  });

  it('are parted where one is more than half a page', async () => {
    expect((await rowsOf(2)).every(({ isWhole }) => isWhole)).toBe(true);
    const long = await rowsOf(2, 'a few words '.repeat(400));
    expect(long.map(({ isWhole }) => isWhole)).toEqual([true, false, false]);
  });
});

describe('pictures in a Word file', () => {
  it('carry their words', async () => {
    const { file, body } = await open(parseMarkdown(`![What it shows, with "marks"](${pixel})`));
    expect(body).toMatch(/<wp:docPr [^>]*descr="What it shows, with &quot;marks&quot;"/);
    expect(file.names.some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true);
  });

  it('give their place to the table of their data where not every Word could show them', async () => {
    const svg = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`;
    const [table, ...rest] = parseMarkdown('| Year | Count |\n| - | - |\n| 2024 | 12 |').children;
    const paragraph = (...children: PhrasingContent[]) => ({
      type: 'paragraph' as const,
      children,
    });
    const text = (value: string) => ({ type: 'text' as const, value });
    const region = (role: string, children: RootContent[]) => ({
      type: 'region' as const,
      role,
      attributes: {},
      children,
    });
    const behind = [
      paragraph(text('Described.')),
      ...(table === undefined ? [] : [table]),
      ...rest,
    ];
    const { body } = await open({
      type: 'root',
      children: [
        region('figure', [
          paragraph(text('The title')),
          paragraph({ type: 'image', url: svg, alt: 'Drawn' }),
          paragraph(text('The source.')),
          region('figure-data', behind),
        ]),
      ],
    });
    expect(textOf(body).trim().replace(/\s+/g, ' ')).toBe(
      'The title Year Count 2024 12 The source. Described.',
    );
    expect(paragraphsOf(body)[0]?.style).toBe('Caption');
  });

  it('are never fetched: an address leaves the words alone and is reported', async () => {
    const { body, codes } = await open(parseMarkdown('![The words](https://example.org/a.png)'));
    expect(textOf(body)).toContain('The words');
    expect(codes).toEqual(['image-not-embedded']);
  });
});

describe('the sheet of a Word file', () => {
  it('is the one asked for', async () => {
    const { body } = await open(parseMarkdown('Text.'), {}, 'Letter');
    expect(body).toMatch(/<w:pgSz [^>]*w:w="12240"/);
  });

  it('is turned for a table of sixteen columns, and back again', async () => {
    const cells = Array.from({ length: 16 }, (_, index) => `c${index}`);
    const table = [cells, cells.map(() => '-'), cells].map((row) => `| ${row.join(' | ')} |`);
    const tree = parseMarkdown(['Before.', '', ...table, '', 'After.'].join('\n'));
    const { body } = await open(tree);
    const sheets = [...body.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, sheet = '']) => sheet);
    expect(sheets.map((sheet) => sheet.includes('w:orient="landscape"'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(sheets[1]).toContain('w:w="16838"');
  });
});

describe('links of a Word file', () => {
  it('lead nowhere that a reader may not follow safely', async () => {
    const { file, body, codes } = await open(parseMarkdown('[words](javascript:alert)'));
    expect(textOf(body)).toContain('words');
    expect(file.part('word/_rels/document.xml.rels')).not.toContain('javascript');
    expect(codes).toEqual(['link-target-refused']);
  });
});
