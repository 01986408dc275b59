/** Bytes → text: encodings, line ends, sizes. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { decode, decodeLoosely, maxBytes } from '../../src/load/decode.ts';
import { load, loadFile } from '../../src/load/load.ts';
import { HostError } from '../../src/model/host.ts';

const text = 'findings:\n  lull:\n    statement: Output fell, « très » bas.\n';
const utf8 = (value: string) => new TextEncoder().encode(value);

function utf16(value: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\uFEFF${value}` : value, 'utf16le');
  return Uint8Array.from(isLittle ? bytes : bytes.swap16());
}

describe('encodings', () => {
  it('reads UTF-8, with a mark or without', () => {
    expect(decode('a.yaml', utf8(text)).value).toBe(text);
    expect(decode('a.yaml', utf8(`\uFEFF${text}`)).value).toBe(text);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('explains UTF-16 (little end first: %s, marked: %s)', (isLittle, hasMark) => {
    const bytes = utf16(text, isLittle, hasMark);
    expect(decode('a.yaml', bytes).diagnostics.map(({ code }) => code)).toEqual(['encoding-utf16']);
    expect(decodeLoosely(bytes)).toContain('lull:');
  });

  it.each([
    ['a stray byte', [0x61, 0xff, 0x62], 1],
    ['a character cut short', [0xc3, 0xa9, 0xe2, 0x82, 0x61], 2],
    ['a character cut short at the end', [0x61, 0x62, 0xf0, 0x9f, 0x98], 2],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a byte after a mark', [0xef, 0xbb, 0xbf, 0x61, 0xe9], 4],
  ])('names the byte of %s', (_, bytes, offset) => {
    const { value, diagnostics } = decode('a.yaml', Uint8Array.from(bytes));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe('encoding-invalid');
    expect(diagnostics[0]?.message).toContain(`byte ${offset} `);
  });

  it('points at the place in the text, not at the byte', () => {
    const bytes = Uint8Array.from([...utf8('é\r\né'), 0xff, ...utf8('x')]);
    expect(decode('a.yaml', bytes).diagnostics[0]?.span).toMatchObject({ start: 3 });
  });
});

describe('line ends', () => {
  it('do not change anything: values, places and diagnostics are those of LF', () => {
    const source = `${text}    statment: x\n    detail: |\n      One.\n\n      Two.\n`;
    const [lf, crlf, cr] = [
      source,
      source.replaceAll('\n', '\r\n'),
      source.replaceAll('\n', '\r'),
    ].map((one) => loadFile('data/a.yaml', utf8(one)));
    for (const other of [crlf, cr]) {
      expect(other?.value?.value).toEqual(lf?.value?.value);
      expect(other?.value?.text).toBe(lf?.value?.text);
      expect(other?.diagnostics).toEqual(lf?.diagnostics);
      const path = ['findings', 'lull', 'detail'];
      expect(other?.value?.locateWithin(path, 6, 10)).toEqual(lf?.value?.locateWithin(path, 6, 10));
    }
  });
});

describe('what is not read', () => {
  it('is a file beyond the limit, and it is not even opened', async () => {
    const { project } = createMemoryHost({ project: { 'data/a.yaml': text } });
    const huge = {
      ...project,
      size: async () => maxBytes + 15_000_000,
      read: async () => Promise.reject(new Error('opened')),
    };
    const { diagnostics, value } = await load(huge);
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(diagnostics[0]?.message).toContain('25 MB');
    expect(value.files).toEqual([]);
  });

  it('is a file that the system refuses, and the others are read all the same', async () => {
    const { project } = createMemoryHost({
      project: { 'data/a.yaml': text, 'data/b.yaml': text },
    });
    const locked = {
      ...project,
      read: async (path: string) => {
        if (path !== 'data/a.yaml') return project.read(path);
        throw new HostError('file-unreadable', 'cannot read data/a.yaml: permission is denied');
      },
    };
    const { diagnostics, value } = await load(locked);
    expect(diagnostics).toMatchObject([
      { code: 'file-unreadable', span: { file: 'data/a.yaml', start: 0 } },
    ]);
    expect(value.files.map(({ path }) => path)).toEqual(['data/b.yaml']);
  });

  it('is everything but YAML, whatever the case of its ending', async () => {
    const { project } = createMemoryHost({
      project: {
        'data/A.YAML': text,
        'data/b c.yml': text,
        'data/c.txt': text,
        'data/d.yaml~': text,
      },
    });
    const { value } = await load(project);
    expect(value.files.map(({ path }) => path)).toEqual(['data/A.YAML', 'data/b c.yml']);
  });

  it('keeps what there is of a broken file, so that its ids are not missing', async () => {
    const { project } = createMemoryHost({ project: { 'data/a.yaml': 'findings:\n\tlull: x\n' } });
    expect((await load(project)).value.unread).toEqual(['findings:\n\tlull: x\n']);
  });
});
