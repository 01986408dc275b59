/** CSV as offices save it: numbers stay what was typed, and every row knows its line. */
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../src/load/parse-table.ts';

const read = (text: string) => parseTable('data/a.csv', new TextEncoder().encode(text));

describe('a table', () => {
  it('reads numbers as numbers where they read back as typed', async () => {
    const { value } = await read('a,b,c,d,e,f\n1,1.5,010,1.10,"1,000",\n');
    expect(value?.rows).toEqual([{ a: 1, b: 1.5, c: '010', d: '1.10', e: '1,000', f: null }]);
  });

  it('knows the line of each row, behind a mark and Windows line ends', async () => {
    const { value } = await read('\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n');
    expect(value?.columns).toEqual(['a', 'b']);
    expect(value?.spans).toEqual([
      { file: 'data/a.csv', start: 4, end: 7 },
      { file: 'data/a.csv', start: 9, end: 12 },
    ]);
  });

  it('of one line has no rows', async () => {
    expect((await read('a,b\n')).value).toMatchObject({ columns: ['a', 'b'], rows: [] });
  });

  it('reports characters that no document may hold', async () => {
    const { diagnostics } = await read('a,b\n\u202Ex,\uE000\n');
    expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
      ['character-bidi', 4],
      ['character-private', 7],
    ]);
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['is empty', '', 'name the columns', 0],
    ['has semicolons', 'a;b\n1;2\n', 'semicolons', 0],
    ['has tabs', 'a\tb\n1\t2\n', 'tabs', 0],
    ['names a column twice', 'a,a\n1,2\n', '"a" is named twice', 0],
    ['leaves a column without a name', 'a,,c\n1,2,3\n', 'column 2', 0],
    ['names a column as every object is', 'a,__proto__\n1,2\n', '__proto__', 0],
    ['has a row too short', 'a,b\n1,2\n3\n', 'has 1 cells', 8],
    ['has a row too long', 'a,b\n1,2,3\n', 'has 3 cells', 4],
    ['has a quotation mark inside a cell', 'a,b\n1,x"y\n', 'quotation mark', 4],
  ])('%s', async (_, text, words, start) => {
    const { value, diagnostics } = await read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'table-unreadable', span: { start } }]);
    expect(diagnostics[0]?.message).toContain(words);
  });

  it('says where a quotation mark is never closed', async () => {
    const { diagnostics } = await read('a,b\n1,"x\n2,y\n');
    expect(diagnostics[0]?.message).toContain('never closed');
  });

  it('in another encoding is explained', async () => {
    const { diagnostics } = await parseTable('data/a.csv', Uint8Array.from([0x61, 0x0a, 0xe9]));
    expect(diagnostics.map(({ code }) => code)).toEqual(['encoding-invalid']);
  });
});
