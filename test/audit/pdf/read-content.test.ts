import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/audit/pdf/read-content.ts';
import type { PdfFont } from '../../../src/audit/pdf/read-font.ts';
import { fc } from '../../support/property.ts';

/** Has texts for some codes, and no glyph for one. */
const font: PdfFont = {
  name: 'Test',
  subtype: 'Type0',
  isEmbedded: true,
  toUnicode: new Map([
    [1, 'a'],
    [2, 'b '],
    [3, 'א'],
    [4, 'ffi'],
    [9, 'x'],
  ]),
  codeLength: 2,
  faults: [],
  isMissing: (code) => code === 9,
};

function read(content: string) {
  return readContent(Buffer.from(content, 'latin1'), {
    isRightToLeft: (mcid) => mcid === 3,
    font: (name) => (name === 'F1' ? font : undefined),
    properties: () => undefined,
    form: () => {},
  });
}

/** Lines as a browser writes them, and lines that come between. */
const glyph = fc.constantFrom(
  '<0001> Tj',
  '8.73 0 Td <0002> Tj',
  '-3.5 0 Td <0001> Tj',
  '.25 0 Td <0003> Tj',
  '4 0 Td <0004> Tj',
);
const other = fc.constantFrom(
  '4 0 Td <0009> Tj',
  '4 0 Td <0007> Tj',
  '4 0 Td <00010002> Tj',
  '4 0 Td <01> Tj',
  '4 2 Td <0001> Tj',
  '0 -14 Td <0002> Tj',
  '4 0 Td (\\000\\001) Tj',
  '[<0001> -20 <0002>] TJ',
  '/P <</MCID 3 >>BDC',
  '/Artifact BMC',
  '/Span<</ActualText <FEFF00A0> >> BDC',
  '/ReversedChars BMC',
  'EMC',
  'ET',
  'BT',
  '1 0 0 -1 20 100 Tm',
  '/F1 12 Tf',
  '/F2 12 Tf',
  'q',
  'Q',
);

describe('readContent', () => {
  it('reads glyphs along a line at one go as it reads them one by one', () => {
    const line = fc.oneof({ weight: 5, arbitrary: glyph }, { weight: 1, arbitrary: other });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const stream = ['BT', '/F1 10 Tf', '1 0 0 -1 50 100 Tm', ...lines, ''];
        // A comment behind each line keeps glyphs apart, and says nothing.
        expect(read(stream.join('\n'))).toEqual(read(stream.join(' % apart\n')));
      }),
      { numRuns: 300 },
    );
  });
});
