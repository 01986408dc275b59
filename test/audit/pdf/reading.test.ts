import { describe, expect, it } from 'vitest';
import { orderLine } from '../../../src/audit/pdf/order-line.ts';
import { readContent } from '../../../src/audit/pdf/read-content.ts';
import type { PdfFont } from '../../../src/audit/pdf/read-font.ts';
import { eachCode, firstText } from '../../../src/audit/pdf/string-operands.ts';
import { plainXml, xmpValues } from '../../../src/audit/pdf/xmp-values.ts';

const font: PdfFont = {
  name: 'Letters',
  subtype: 'Type0',
  isEmbedded: true,
  toUnicode: new Map(
    [...Array(26)].map((_, index) => [index + 1, String.fromCharCode(97 + index)]),
  ),
  codeLength: 2,
  faults: [],
  isMissing: (code) => code === 0,
};

/** Content whose letters are `a` = 1, `b` = 2… → its runs. */
function runsOf(content: string) {
  return readContent(Buffer.from(content, 'latin1'), {
    isRightToLeft: () => false,
    font: () => font,
    form: () => {},
    properties: () => undefined,
  }).runs;
}

describe('readContent', () => {
  it('gives text to the sequence it stands in', () => {
    const runs = runsOf(`/P <</MCID 3 >>BDC BT /F 9 Tf 1 0 0 1 0 50 Tm <00010002> Tj ET EMC
/Artifact BMC BT <0003> Tj ET EMC BT <0004> Tj ET`);
    expect(runs.map(({ mark, mcid, text }) => [mark, mcid, text])).toEqual([
      ['tag', 3, 'ab'],
      ['artifact', undefined, 'c'],
      ['none', undefined, 'd'],
    ]);
  });

  it('takes the text that is given for glyphs instead of their own', () => {
    const [run] = runsOf(
      '/P <</MCID 0 >>BDC BT /F 9 Tf <0001> Tj /Span<</ActualText (ffi) >> BDC <0002> Tj EMC <0003> Tj ET EMC',
    );
    expect(run?.text).toBe('affic');
  });

  it('turns reversed glyphs round', () => {
    const [run] = runsOf(`/P <</MCID 0 >>BDC BT /ReversedChars BMC
/Span<</ActualText <feff05d1> >> BDC /F 9 Tf <0001> Tj EMC
/Span<</ActualText <feff05d0> >> BDC 5 0 Td <0001> Tj EMC EMC ET EMC`);
    expect(run?.text).toBe('אב');
  });

  it('puts a space between lines, but not after a hyphen', () => {
    const line = (y: number, text: string) => `BT /F 9 Tf 1 0 0 1 0 ${y} Tm ${text} Tj ET`;
    expect(runsOf(`${line(90, '<0001>')} ${line(70, '<0002>')}`)[0]?.text).toBe('a b');
    expect(runsOf(`${line(90, '<0001>')} ${line(90, '<0002>')}`)[0]?.text).toBe('ab');
    const hyphen = `/Span<</ActualText (-) >> BDC <0001> Tj EMC`;
    expect(
      runsOf(`BT /F 9 Tf 1 0 0 1 0 90 Tm <0001> Tj ${hyphen} ET ${line(70, '<0002>')}`)[0]?.text,
    ).toBe('a-b');
  });

  it('notes glyphs that are missing and codes that have no text', () => {
    const [run] = runsOf('BT /F 9 Tf <0001> Tj <0000> Tj <0063> Tj ET');
    expect(run?.missing).toMatchObject([{ code: 0, before: 'a' }]);
    expect(run?.unmapped).toMatchObject([{ code: 0x63 }]);
  });

  it('knows which mark a mark stands in', () => {
    const runs = runsOf('/P <</MCID 0 >>BDC /Artifact BMC 0 0 1 1 re f EMC EMC');
    expect(runs.map(({ mark, within }) => [mark, within])).toEqual([
      ['artifact', 'tag'],
      ['tag', undefined],
    ]);
  });
});

describe('orderLine', () => {
  const fragment = (x: number, text: string, isReversed = false) => ({
    x,
    pieces: [{ text, isReversed }],
  });

  it('keeps a line that has one direction', () => {
    expect(orderLine([fragment(0, 'one '), fragment(9, 'two')], false)).toBe('one two');
  });

  it('keeps signs where they were painted, even left of the letter that they stand on', () => {
    expect(orderLine([fragment(4, 'ช่'), fragment(3, 'อง')], false)).toBe('ช่อง');
  });

  it('reads a number inside of right-to-left words in a line of English', () => {
    const line = [
      fragment(0, 'So '),
      fragment(3, 'ג '),
      fragment(5, '12'),
      fragment(7, 'אב ', true),
      fragment(9, 'it is'),
    ];
    expect(orderLine(line, false)).toBe('So אב 12ג it is');
  });

  it('reads English words inside of a line that runs from right to left', () => {
    const line = [
      fragment(0, 'סוף', true),
      fragment(4, ' two'),
      fragment(2, 'one'),
      fragment(9, 'שלום ', true),
    ];
    expect(orderLine(line, true)).toBe('שלום one twoסוף');
  });

  it('reads a fragment in several fonts from its right, where it runs that way', () => {
    const pieces = ['ם', ' ', 'לע'].map((text) => ({ text, isReversed: text === 'לע' }));
    expect(orderLine([{ x: 0, pieces }], true)).toBe('לע ם');
  });

  it('gives the blank between two numbers to the line, and that behind a name to the name', () => {
    const numbers = [fragment(0, '20'), fragment(2, ' '), fragment(3, '10'), fragment(5, 'א')];
    expect(orderLine(numbers, true)).toBe('א10 20');
    const name = [fragment(0, 'Windows'), fragment(7, ' '), fragment(8, '11'), fragment(10, 'א')];
    expect(orderLine(name, true)).toBe('אWindows 11');
  });
});

describe('strings of content streams', () => {
  const codes = (source: string, length: 1 | 2 = 1): number[] => {
    const found: number[] = [];
    eachCode(Buffer.from(source, 'latin1'), 0, source.length, length, (code) => found.push(code));
    return found;
  };

  it('reads hexadecimal ones, with spaces and an odd end', () => {
    expect(codes('<00 4 1 00>', 2)).toEqual([0x41, 0]);
    expect(codes('<4>')).toEqual([0x40]);
  });

  it('reads literal ones, with every escape', () => {
    expect(codes('(a\\(\\)\\\\\\101\\n(b)\\\n)')).toEqual([97, 40, 41, 92, 65, 10, 40, 98, 41]);
  });

  it('reads the strings of TJ and passes over the shifts', () => {
    expect(codes('[<41> -20 (B)] TJ')).toEqual([0x41, 0x42]);
  });

  it('decodes UTF-16 with its mark', () => {
    expect(firstText('/ActualText <feff20ac0031>')).toBe('€1');
    expect(firstText('/ActualText (plain) /Other (x)')).toBe('plain');
  });
});

describe('values of XMP', () => {
  it('come from lists, elements and attributes, without escapes', () => {
    const xmp =
      '<d pdf:Producer="A &amp; B"><dc:creator><rdf:Seq><rdf:li>x</rdf:li><rdf:li>&lt;y&gt;</rdf:li></rdf:Seq></dc:creator><xmp:CreateDate>2025</xmp:CreateDate></d>';
    expect(xmpValues(xmp, 'dc:creator')).toEqual(['x', '<y>']);
    expect(xmpValues(xmp, 'xmp:CreateDate')).toEqual(['2025']);
    expect(xmpValues(xmp, 'pdf:Producer')).toEqual(['A & B']);
    expect(xmpValues(xmp, 'dc:title')).toEqual([]);
    expect(plainXml(xmp)).toContain('A & B');
  });
});
