import { describe, expect, it } from 'vitest';
import { renumberTagIds } from '../../../src/host/browser/tag-ids.ts';

/** The parts of a tagged PDF that hold numbers, as Skia writes them. */
const pdfWith = (first: string, second: string, table: string) => `9 0 obj
<</Type /StructElem
/S /TH
/ID (node${first})>>
endobj
11 0 obj
<</Type /StructElem
/S /TH
/ID (node${second})>>
endobj
12 0 obj
<</A [<</O /Table
/Headers [(node${second}) (node${first})]>>]
/Alt (see \\(node00000050\\))>>
endobj
13 0 obj
<<${table}>>
endobj`;

const renumber = (text: string) =>
  Buffer.from(renumberTagIds(Buffer.from(text, 'latin1'))).toString('latin1');

describe('the numbers of tags', () => {
  const expected = pdfWith(
    '00000001',
    '00000002',
    '/Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 9 0 R (node00000002) 11 0 R]',
  );

  it('follow the order in which the tags stand, in every reference and in the table', () => {
    const ascending = pdfWith(
      '00000044',
      '00000050',
      '/Limits [(node00000044) (node00000050)]\n/Names [(node00000044) 9 0 R (node00000050) 11 0 R]',
    );
    const crossed = pdfWith(
      '00000050',
      '00000044',
      '/Limits [(node00000044) (node00000050)]\n/Names [(node00000044) 11 0 R (node00000050) 9 0 R]',
    );
    expect(renumber(ascending)).toBe(expected);
    expect(renumber(crossed)).toBe(expected);
  });

  it('are left alone where they stand already', () => {
    expect(renumber(expected)).toBe(expected);
  });
});
