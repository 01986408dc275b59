import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditDocx } from '../../../src/audit/docx.ts';
import { renderDocx } from '../../../src/render/docx.ts';
import { sampleBrief } from '../../render/pdf/sample-brief.ts';

let good: Uint8Array;

beforeAll(async () => {
  const { document } = sampleBrief({ meta: { marking: 'TLP:AMBER' } });
  good = (await renderDocx(document)).value.bytes;
});

/** Codes of the checks that a file fails. */
async function failures(bytes: Uint8Array): Promise<string[]> {
  const { value } = await auditDocx(bytes);
  return value.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code);
}

type Parts = Record<string, Uint8Array>;

/** The good file with its parts changed. */
function changed(change: (parts: Parts) => void): Uint8Array {
  const parts = unzipSync(good);
  change(parts);
  return zipSync(parts);
}

/** Replaces a piece of a part, which must be there. */
function edit(part: string, from: string | RegExp, to: string): (parts: Parts) => void {
  return (parts) => {
    const text = strFromU8(parts[part] ?? new Uint8Array());
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${part} has no ${from}`);
    parts[part] = strToU8(edited);
  };
}

describe('auditDocx', () => {
  it('finds nothing wrong with what we make, and says which checks ran', async () => {
    const { value, diagnostics } = await auditDocx(good);
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    const others = value.checks.filter(({ outcome }) => outcome !== 'passed');
    expect(others.map(({ code }) => code)).toEqual(['docx-link-dangling']);
    expect(value.checks.every(({ source }) => /\d|own rule/.test(source))).toBe(true);
  });

  it.each([
    ['bytes that are no zip', strToU8('no zip')],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['an encrypted file', Uint8Array.from(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))],
  ])('reports %s', async (_, bytes) => {
    const { diagnostics } = await auditDocx(bytes);
    expect(diagnostics.map(({ code }) => code)).toEqual(['docx-unreadable']);
  });

  it('reports a file that was cut off or whose XML is broken', async () => {
    for (const bytes of [
      good.slice(0, 4000),
      changed(edit('word/document.xml', '</w:body>', '')),
    ]) {
      const { diagnostics } = await auditDocx(bytes);
      expect(diagnostics.map(({ code }) => code)).toEqual(['docx-unreadable']);
    }
  });
});

describe('a broken Word file fails for what is broken in it, and for nothing else', () => {
  const faults: readonly (readonly [what: string, code: string, change: (parts: Parts) => void])[] =
    [
      [
        'no title',
        'docx-title-missing',
        edit('docProps/core.xml', /<dc:title>.*?<\/dc:title>/, ''),
      ],
      ['no language', 'docx-language-missing', edit('word/styles.xml', /<w:lang [^>]*>/g, '')],
      [
        'a style that is not there',
        'docx-style-unknown',
        edit('word/styles.xml', /w:styleId="TableText"/, 'w:styleId="TableWords"'),
      ],
      [
        'a heading skipped',
        'docx-heading-skipped',
        edit('word/document.xml', /<w:pStyle w:val="Heading1"\/>/, '<w:pStyle w:val="Heading3"/>'),
      ],
      [
        'a picture without words',
        'docx-alt-missing',
        edit('word/document.xml', /(<wp:docPr [^>]*?)descr="[^"]*"/, '$1descr=""'),
      ],
      [
        'a table without heads',
        'docx-table-headless',
        edit('word/document.xml', /<w:tblHeader\/>/g, ''),
      ],
      [
        'a footer without the marking',
        'docx-marking-missing',
        edit('word/footer1.xml', 'TLP:AMBER', 'TLP:AMBER+STRICT'),
      ],
      [
        'a link to nowhere',
        'docx-link-dangling',
        edit(
          'word/document.xml',
          '<w:sectPr>',
          '<w:p><w:hyperlink w:anchor="nowhere"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p><w:sectPr>',
        ),
      ],
      [
        'a mark without its note',
        'docx-note-missing',
        edit(
          'word/document.xml',
          /<w:footnoteReference w:id="\d+"\/>/,
          '<w:footnoteReference w:id="99"/>',
        ),
      ],
      [
        'a part that is gone',
        'docx-part-missing',
        (parts) => {
          delete parts['word/fontTable.xml'];
        },
      ],
      [
        'a macro',
        'docx-active-content',
        (parts) => {
          parts['word/vbaProject.bin'] = strToU8('x');
          edit(
            'word/_rels/document.xml.rels',
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
          )(parts);
        },
      ],
      [
        'a template from elsewhere',
        'docx-loads-outside',
        edit(
          'word/_rels/document.xml.rels',
          '</Relationships>',
          '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>',
        ),
      ],
    ];

  it.each(faults)('%s: %s', async (_, code, change) => {
    expect(await failures(changed(change))).toEqual([code]);
  });
});
