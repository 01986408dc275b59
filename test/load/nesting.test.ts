/** Twenty thousand levels of every kind, and files made to unfold: an answer, soon. */
import { describe, expect, it } from 'vitest';
import { loadFile } from '../../src/load/load.ts';
import { nestingLimit } from '../../src/load/nesting.ts';

const depth = 20_000;

function codesOf(text: string): string[] {
  const { diagnostics } = loadFile('data/a.yaml', new TextEncoder().encode(text));
  return [...new Set(diagnostics.map(({ code }) => code))];
}

/** Each level one space further in, as far as a file of its size may go. */
function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
}

describe('nesting', () => {
  it.each([
    ['lists in brackets', `a: ${'['.repeat(depth)}`],
    ['closed lists in brackets', `a: ${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['groups in braces', `a: ${'{a: '.repeat(depth)}`],
    ['both in turn', `a: ${'[{a: '.repeat(depth)}`],
    ['brackets over lines', `a:\n${' [\n'.repeat(depth)}`],
    ['lists by hyphens', `a:\n  ${'- '.repeat(depth)}x`],
    ['names by question marks', `${'? '.repeat(depth)}x`],
    ['groups by indent', staircase(3000)],
    ['brackets behind quoted brackets', `a: ${'["]",'.repeat(depth)}`],
  ])('of %s is refused', (_, text) => {
    const codes = codesOf(text);
    expect(codes).toHaveLength(1);
    expect(['yaml-too-deep', 'yaml-syntax']).toContain(codes[0]);
  });

  it('of brackets is told where it passes the limit, before a parser sees it', () => {
    const text = `a: ${'['.repeat(nestingLimit + 1)}${']'.repeat(nestingLimit + 1)}`;
    const { diagnostics } = loadFile('data/a.yaml', new TextEncoder().encode(text));
    expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
      ['yaml-too-deep', 'a: '.length + nestingLimit],
    ]);
  });

  it('of prose with many brackets is none', () => {
    const prose = `statement: |\n${'  A note [1], another [2] (and {so} on).\n'.repeat(500)}`;
    expect(codesOf(`findings:\n  lull:\n    ${prose.replaceAll('\n', '\n    ')}`)).toEqual([]);
  });
});

describe('aliases', () => {
  it('that repeat a long text are counted by its length', () => {
    const long = `a: &a "${'x'.repeat(100_000)}"\nb: [${'*a, '.repeat(100)}]\n`;
    expect(codesOf(long)).toEqual(['yaml-too-large']);
  });

  it('that unfold a thousandfold are cut off', () => {
    const lines = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    );
    expect(codesOf(`${lines.join('\n')}\n`)).toEqual(['yaml-too-large']);
  });
});
