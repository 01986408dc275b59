import { describe, expect, it } from 'vitest';
import { comparable } from '../../../src/audit/comparable.ts';
import { compareText } from '../../../src/audit/pdf/compare-text.ts';

const block = (...pieces: string[]) => ({ pieces, origin: undefined });

function lost(spoken: string, ...blocks: string[]): string[] {
  return compareText(
    comparable(spoken),
    blocks.map((text) => block(text)),
  ).lost.map(({ text }) => text);
}
function reordered(spoken: string, ...blocks: string[]): string[] {
  return compareText(
    comparable(spoken),
    blocks.map((text) => block(text)),
  ).reordered.map(({ text }) => text);
}

const long = (letter: string) => `${letter.repeat(4)} is a paragraph of its own, number ${letter}`;

describe('compareText', () => {
  it('does not mind spaces, hyphens, ligatures, capitals and what stands between blocks', () => {
    const spoken = 'OFFICE 1. The ofﬁce rein-\nvented its  “ways” 2 Page 3 Sources';
    expect(lost(spoken, 'Office', 'The office reinvented its "ways"', 'Sources')).toEqual([]);
  });

  it('allows the marker of a note inside of a block', () => {
    const pieces = block('Reported by the office', ' and denied by others.');
    expect(
      compareText(comparable('Reported by the office12 and denied by others.'), [pieces]).lost,
    ).toEqual([]);
  });

  it('names the words that are missing, and only these', () => {
    expect(
      lost('The quick fox jumps over the dog.', 'The quick brown fox jumps over the lazy dog.'),
    ).toEqual(['brown … lazy']);
    expect(lost('A word that was Unbreaka', 'A word that was Unbreakable and long')).toEqual([
      'Unbreakable and long',
    ]);
  });

  it('misses a cell although the same number stands elsewhere', () => {
    const spoken = [long('a'), '11', '13', long('b'), '12'].join('\n');
    expect(lost(spoken, long('a'), '11', '12', '13', long('b'))).toEqual(['12']);
  });

  it('finds short cells between their neighbours', () => {
    const spoken = [long('a'), '1', '1', '2', long('b')].join('\n');
    expect(lost(spoken, long('a'), '1', '1', '2', long('b'))).toEqual([]);
  });

  it('says which block stands in another place', () => {
    const spoken = [long('b'), long('c'), long('a')].join('\n');
    expect(reordered(spoken, long('a'), long('b'), long('c'))).toEqual([long('a')]);
    expect(lost(spoken, long('a'), long('b'), long('c'))).toEqual([]);
  });

  it('allows a block that the brief has twice to be printed once', () => {
    expect(reordered([long('n'), long('a')].join('\n'), long('n'), long('a'), long('n'))).toEqual(
      [],
    );
    expect(lost([long('n'), long('a')].join('\n'), long('n'), long('a'), long('n'))).toEqual([]);
  });

  it('takes right-to-left text by its words', () => {
    expect(lost('אחת שתיים three ארבע', 'אחת three שתיים ארבע')).toEqual([]);
    expect(lost('אחת three ארבע', 'אחת three שתיים ארבע')).not.toEqual([]);
  });
});

describe('comparable', () => {
  it('keeps letters, digits and symbols, and drops what a page may change', () => {
    expect(comparable('Straße — 5 % of €\u00a01,000\u00ad!')).toBe('STRASSE5%OF€1000');
    expect(comparable('ﬁve ⅷ ²')).toBe('FIVEVIII2');
    expect(comparable('İstanbul ısı')).toBe(comparable('istanbul isi'));
  });
});
