import type { Nodes, Root } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArtifact } from '../../../src/audit/leak/read-artifact.ts';
import { briefProject, buildOne } from '../../support/project.ts';
import {
  countOf,
  isNested,
  type OpenDocx,
  openDocx,
  paragraphsOf,
  textOf,
  wordsOf,
} from './open-docx.ts';

/** A brief with every construct that a Word file has a form of its own for. */
const rich = {
  subtitle: 'With a subtitle',
  standfirst: 'One sentence with **strong** words.',
  tags: ['first', 'second'],
  authors: ['desk'],
  keyFigures: [{ finding: 'channels-removed', label: 'channels & bots' }],
  quotes: ['said'],
  events: ['event'],
  glossary: ['tve'],
  figures: ['counts'],
  sections: [
    {
      title: 'What happened: a start',
      body: [
        'A paragraph with a note[^a], a citation [@report, p. 3] and *stress* at [](#counts).',
        '',
        '[^a]: The note, with `code` and a [link](https://example.org/in-a-note).',
        '',
        '- one',
        '  1. inner',
        '- two',
        '',
        '3. third',
        '4. fourth',
        '',
        '> A quotation with سلام inside.',
        '',
        '### A smaller heading',
        '',
        'A [link](https://example.org/a?b=c&d=e) and ~~nothing~~ else.',
        '',
        '| a | b |',
        '| - | -: |',
        '| x | 1 |',
        '',
        '~~~~',
        'code  with blanks',
        'and lines',
        '~~~~',
      ].join('\n'),
    },
    { title: 'Signs of 3 < 4 & more', body: 'Stars and <b>tags</b> stay what they are.' },
  ],
  gaps: ['Nobody knows.'],
};

const data = {
  people: { desk: { name: { literal: 'The Desk' } } },
  quotes: {
    said: { text: 'Words that were said', speaker: { label: 'an analyst' }, source: 'report' },
  },
  events: { event: { date: '2025-11-24/2026-02-28', title: 'It happened', source: 'report' } },
  glossary: { tve: { expansion: 'terrorist and violent extremist' } },
  figures: {
    counts: {
      title: 'Counts by year',
      alt: 'A table',
      source: 'report',
      data: [
        { year: 2024, count: 12 },
        { year: 2025, count: 7 },
      ],
    },
  },
};

/** Styles that a reader of Word looks for. */
const fundamental = [
  'Title',
  'Subtitle',
  'Heading1',
  'Heading2',
  'ListNumber',
  'ListBullet',
  'Quote',
  'Caption',
  'BriefTable',
  'FootnoteText',
  'Hyperlink',
];

let tree: Root;
let bytes: Uint8Array;
let file: OpenDocx;
let body: string;

async function build(brief: Readonly<Record<string, unknown>> = rich) {
  const { built, diagnostics } = await buildOne(briefProject(brief, data), { formats: ['docx'] });
  const [artifact] = built?.artifacts ?? [];
  if (built === undefined || artifact === undefined) {
    throw new Error(diagnostics.map(({ message, path }) => `${path}: ${message}`).join('\n'));
  }
  expect(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ message, path }) => `${path}: ${message}`),
  ).toEqual([]);
  return { artifact, tree: built.document.tree, meta: built.document.meta };
}

beforeAll(async () => {
  const made = await build();
  ({ tree } = made);
  ({ bytes } = made.artifact);
  file = openDocx(bytes);
  body = file.part('word/document.xml');
});

/** Nodes that the file shows in its body: without evidence on demand and without notes. */
function shown(node: Nodes, found: Nodes[] = []): Nodes[] {
  const isLeftOut =
    node.type === 'footnoteDefinition' ||
    (node.type === 'region' && ['evidence-on-demand', 'notes'].includes(node.role));
  if (isLeftOut) return found;
  found.push(node);
  if ('children' in node) for (const child of node.children) shown(child, found);
  return found;
}

describe('a Word file', () => {
  it('has parts that are well-formed', () => {
    for (const name of file.names.filter((one) => /\.(?:xml|rels)$/.test(one))) {
      expect([name, isNested(file.part(name))]).toEqual([name, true]);
    }
  });

  it('holds every word of the tree, in order', () => {
    const leaves = shown(tree).filter((node) => 'value' in node);
    const expected = leaves.flatMap((node) => wordsOf(plainTextOf(node)));
    const there = wordsOf(textOf(body));
    let at = 0;
    const lost = expected.filter((word) => {
      const found = there.indexOf(word, at);
      if (found !== -1) at = found + 1;
      return found === -1;
    });
    expect(lost).toEqual([]);
    expect(expected.length).toBeGreaterThan(90);
  });

  it('has the headings of the tree, in order and of the same depth', () => {
    const expected = shown(tree)
      .filter((node) => node.type === 'heading')
      .map((node) => [
        node.depth === 1 ? 'Title' : `Heading${node.depth - 1}`,
        plainTextOf(node).trim(),
      ]);
    const found = paragraphsOf(body)
      .filter(({ style = '' }) => /^(?:Title|Heading\d)$/.test(style))
      .map(({ style, text }) => [style, text.trim()]);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(6);
  });

  it('uses no style that it does not define', () => {
    const defined = new Set(
      [...file.part('word/styles.xml').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id),
    );
    const parts = file.names.filter((name) => /^word\/(?:document|foot|head).*\.xml$/.test(name));
    const used = parts.flatMap((name) =>
      [...file.part(name).matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(used.filter((id) => !defined.has(id))).toEqual([]);
    expect(used).toEqual(expect.arrayContaining(fundamental));
  });

  it('prints every note of the text as a footnote of Word', () => {
    const references = shown(tree).filter((node) => node.type === 'footnoteReference');
    expect(countOf(body, 'w:footnoteReference')).toBe(references.length);
    const notes = file.part('word/footnotes.xml');
    const own = [...notes.matchAll(/<w:footnote [^>]*w:id="(\d+)"/g)].filter(
      ([, id]) => id !== '0',
    );
    expect(own.length).toBeGreaterThanOrEqual(references.length);
    expect(textOf(notes)).toContain('The note, with code and a link.');
    expect(file.part('word/_rels/footnotes.xml.rels')).toContain('https://example.org/in-a-note');
  });

  it('numbers lists with the lists of Word, from the number they start at', () => {
    const numbered = paragraphsOf(body).filter(({ xml }) => xml.includes('<w:numPr>'));
    expect(numbered.map(({ style, text }) => [style, text.split(' ')[0]])).toEqual(
      expect.arrayContaining([
        ['ListBullet', 'one'],
        ['ListNumber2', 'inner'],
        ['ListBullet', 'two'],
        ['ListNumber', 'third'],
      ]),
    );
    expect(file.part('word/numbering.xml')).toContain('<w:start w:val="3"/>');
    expect(countOf(file.part('word/numbering.xml'), 'w:num')).toBeGreaterThan(4);
  });

  it('opens takeaways with their leads, in bold', () => {
    const takeaways = paragraphsOf(body).filter(({ style }) => style === 'Takeaway');
    expect(takeaways).toHaveLength(1);
    expect(takeaways[0]?.xml).toMatch(/<w:b\/>.*?<w:t[^>]*>Output fell\.<\/w:t>/);
  });

  it('repeats header rows and keeps every row whole', () => {
    const rows = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    const heads = rows.filter((row) => row.includes('<w:tblHeader/>'));
    expect(heads.map((row) => textOf(row).trim().split(/\s+/))).toEqual([
      ['a', 'b'],
      ['Year', 'Count'],
    ]);
  });

  it('says in a number, too, which parts of a table stand out, as old readers know no other way', () => {
    const looks = [...body.matchAll(/<w:tblLook ([^>]*)\/>/g)].map(([, found = '']) => found);
    expect(looks.length).toBeGreaterThan(1);
    for (const look of looks) {
      const value = Number.parseInt(/w:val="([0-9A-F]{4})"/.exec(look)?.[1] ?? '', 16);
      expect((value & 0x20) !== 0).toBe(look.includes('w:firstRow="true"'));
      expect((value & 0x80) !== 0).toBe(look.includes('w:firstColumn="true"'));
    }
  });

  it('gives long dates of a timeline the room that they need', () => {
    const [event] = paragraphsOf(body).filter(({ style }) => style === 'Timeline');
    const [, start = '', hanging] =
      /<w:ind w:start="(\d+)" w:hanging="(\d+)"/.exec(event?.xml ?? '') ?? [];
    expect(Number(start)).toBeGreaterThan(1700);
    expect(hanging).toBe(start);
  });

  it('leads to places inside and to addresses outside', () => {
    const anchors = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(
      ([, one]) => one,
    );
    const marks = new Set(
      [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, one]) => one),
    );
    expect(anchors).toContain('fig_counts');
    expect(anchors.filter((anchor) => !marks.has(anchor ?? ''))).toEqual([]);
    expect(file.part('word/_rels/document.xml.rels')).toContain(
      'https://example.org/a?b=c&amp;d=e',
    );
  });

  it('carries the marking in header and footer of the first page and of all others', () => {
    const running = file.names.filter((name) => /^word\/(?:header|footer)\d+\.xml$/.test(name));
    expect(running).toHaveLength(4);
    for (const name of running) {
      const xml = file.part(name);
      expect(textOf(xml)).toContain('TLP:CLEAR');
      expect(xml).toContain('w:fill="000000"');
    }
    expect(body).toContain('<w:titlePg/>');
    expect(textOf(file.part('word/footer1.xml'))).toContain('Page');
    expect(file.part('word/styles.xml')).toMatch(/w:styleId="Marking".*?<w:sz w:val="24"\/>/);
  });

  it('says who wrote it, when, about what and in which language', () => {
    const core = file.part('docProps/core.xml');
    expect(core).toContain('<dc:title>A brief</dc:title>');
    expect(core).toContain('<dc:creator>The Desk</dc:creator>');
    expect(core).toContain('<cp:keywords>first, second</cp:keywords>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('>2026-01-05T00:00:00Z</dcterms:created>');
    expect(file.part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  });

  it('tells Arabic inside of English to be set from right to left', () => {
    const [, run = ''] = /(<w:r>(?:(?!<w:r>).)*سلام.*?<\/w:r>)/s.exec(body) ?? [];
    expect(run).toContain('<w:rtl/>');
    expect(body).not.toContain('<w:bidi/>');
  });

  it('gives code line by line, blanks included', () => {
    const code = paragraphsOf(body).find(({ style }) => style === 'Code');
    expect(code?.text).toBe('code  with blanks and lines');
  });

  it('is the same file twice', async () => {
    const again = await build();
    expect(Buffer.from(again.artifact.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('keeps evidence on demand to itself: the appendix has it once', () => {
    expect(textOf(body).match(/Channels were removed\./g)).toHaveLength(1);
  });
});

describe('the leak search', () => {
  it.each([
    [
      'word/document.xml',
      '<w:body>',
      '<w:body><w:p><w:r><w:t>plan</w:t></w:r><w:r><w:t>ted</w:t></w:r></w:p>',
    ],
    ['word/footnotes.xml', '</w:footnotes>', '<!-- planted --></w:footnotes>'],
    ['docProps/core.xml', '<dc:title>', '<dc:title>planted '],
    ['word/header1.xml', '<w:p>', '<w:p w:note="planted">'],
  ])('reads a word that stands in %s', async (name, before, after) => {
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    expect(xml).toContain(before);
    const planted = zipSync({ ...parts, [name]: strToU8(xml.replace(before, after)) });
    const read = await readArtifact({
      brief: 'one',
      format: 'docx',
      name: 'one.docx',
      mediaType: '',
      bytes: planted,
    });
    expect(read.some(({ text }) => text.includes('planted'))).toBe(true);
    const clean = await readArtifact({
      brief: 'one',
      format: 'docx',
      name: 'one.docx',
      mediaType: '',
      bytes,
    });
    expect(clean.some(({ text }) => text.includes('planted'))).toBe(false);
  });
});
