/** Tables, folded text and closing lines. */
import { describe, expect, it } from 'vitest';
import { cutTo } from '../../src/cli/print/cut-to.ts';
import { fold } from '../../src/cli/print/fold.ts';
import { duration, plural } from '../../src/cli/print/plural.ts';
import { shownFolder } from '../../src/cli/print/shown-folder.ts';
import { briefTable, closingLine } from '../../src/cli/print/summary.ts';
import { formatTable } from '../../src/cli/print/table.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import type { BriefResult, ResultFile } from '../../src/run/brief-result.ts';

describe('tables', () => {
  it('set figures flush right and words flush left', () => {
    const rows = [
      ['one', '1,198', '4 min'],
      ['another', '–', '12 min'],
    ];
    expect(formatTable(['brief', 'words', 'read'], rows)).toEqual([
      'brief    words    read',
      'one      1,198   4 min',
      'another      –  12 min',
    ]);
  });

  it('line up below wide letters, and are cut to the terminal', () => {
    const rows = [
      ['報告', 'a title'],
      ['é\u0301', 'b'],
    ];
    expect(formatTable(['id', 'title'], rows)).toEqual([
      'id    title',
      '報告  a title',
      'é\u0301     b',
    ]);
    expect(formatTable(['id', 'title'], rows, 10)[1]).toBe('報告  a t…');
  });
});

it('cuts before a letter that would not fit, and never inside one', () => {
  expect(cutTo('a title', 7)).toBe('a title');
  expect(cutTo('報告書', 5)).toBe('報告…');
  expect(cutTo('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
});

it('folds between words and leaves long words whole', () => {
  expect(fold('one two three', 7)).toEqual(['one two', 'three']);
  expect(fold('a-very-long-word b', 6)).toEqual(['a-very-long-word', 'b']);
  expect(fold('', 6)).toEqual(['']);
});

it('writes counts and durations as people say them', () => {
  expect([plural(1, 'brief'), plural(1200, 'word')]).toEqual(['1 brief', '1,200 words']);
  expect([41.4, 999.4, 999.6, 12_345].map(duration)).toEqual([
    '41 ms',
    '999 ms',
    '1.0 s',
    '12.3 s',
  ]);
});

it('names a folder by the shorter of its paths', () => {
  expect(shownFolder('/a/b/output', '/a/b')).toBe('output/');
  expect(shownFolder('/a/c', '/a/b')).toBe('../c/');
  expect(shownFolder('/x/y', '/a/b/c')).toBe('/x/y/');
  expect(shownFolder('/a/b', '/a/b')).toBe('./');
});

describe('the closing line', () => {
  const plain = createTerminal({
    stdout: process.stdout,
    stderr: process.stderr,
    env: { NO_COLOR: '1' },
  }).colour;
  const file: ResultFile = {
    ...({ name: 'a.md', format: 'md', sha256: '0', fate: 'written' } as const),
    mediaType: 'text/markdown',
  };
  const built: BriefResult = {
    ...{ id: 'a', title: 'A', status: 'built', files: [file], missing: [], timeMs: 10 },
  };
  const line = (briefs: readonly BriefResult[], problems?: string) =>
    closingLine(
      { briefs, folder: 'output/', problems, elapsedMs: 1500, audience: 'TLP:CLEAR' },
      plain,
    );

  it('says what was written', () => {
    expect(line([built])).toBe('✓ 1 brief in output/: 1 file written, in 1.5 s');
    const unchanged = { ...built, files: [{ ...file, fate: 'unchanged' as const }] };
    expect(line([unchanged])).toBe('✓ 1 brief in output/: 1 file, nothing had changed, in 1.5 s');
    expect(line([built, { ...unchanged, id: 'b' }], '1 warning')).toBe(
      '✓ 2 briefs in output/: 1 file written, 1 unchanged; 1 warning, in 1.5 s',
    );
  });

  it('stands below a table that names each format once', () => {
    const twice = { ...built, files: [file, file] };
    const beside = { ...built, id: 'b', files: [{ ...file, fate: 'held-back' as const }] };
    const partial: BriefResult = { ...built, id: 'c', status: 'partial', missing: ['pdf'] };
    const [, ...lines] = briefTable([twice, beside, partial], 80);
    expect(lines.map((each) => each.split(/ {2,}/).at(-1))).toEqual([
      ...['md ×2', 'md (beside the old one)', 'md (no pdf)'],
    ]);
  });

  it('says what was not', () => {
    const failed: BriefResult = { ...built, status: 'failed', files: [], missing: ['md'] };
    const withheld: BriefResult = { ...failed, status: 'withheld' };
    expect(line([built, failed], '1 error')).toBe(
      '✗ 1 of 2 briefs complete in output/: 1 file written; 1 error, in 1.5 s',
    );
    expect(line([failed], '1 error')).toBe(
      '✗ nothing was built; output/ is as it was; 1 error, in 1.5 s',
    );
    expect(line([withheld])).toBe(
      '! nothing was built; output/ is as it was; 1 brief not for TLP:CLEAR, in 1.5 s',
    );
  });
});
