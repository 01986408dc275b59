import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../src/check/language/scale-sound.ts';
import { lint, standards } from './lint.ts';

/** A scale of two terms as YAML, with more fields. */
function scale(first: string, second: string, more = ''): string {
  return [
    'scales:',
    '  house:',
    '    name: House',
    '    publisher: Us',
    '    document: Handbook',
    '    lang: en',
    `    terms: [{ term: weak, ${first} }, { term: strong, ${second} }]`,
    ...(more === '' ? [] : [`    ${more}`]),
    '',
  ].join('\n');
}

function problems(data: string): string[] {
  return lint(data, 'scale-unsound').map(({ diagnostic }) => diagnostic.message);
}

describe('an office’s own scale', () => {
  it('covers everything between its ends, or says where it does not', () => {
    expect(problems(scale('from: 0, below: 50', 'from: 50, to: 100'))).toEqual([]);
    expect(problems(scale('from: 0, to: 40', 'from: 60, to: 100'))[0]).toContain('50 %');
    expect(problems(scale('from: 0, below: 50', 'above: 50, to: 100'))[0]).toContain('50 %');
    const gap = 'gaps: [{ above: 40, below: 60 }]';
    expect(problems(scale('from: 0, to: 40', 'from: 60, to: 100', gap))).toEqual([]);
  });

  it('has no word twice, no bounds that run backwards, no strangers in its rows', () => {
    const twice = scale('from: 0, to: 50', 'from: 50, to: 100, synonyms: [Weak]');
    expect(problems(twice)[0]).toContain('"Weak" twice');
    expect(problems(scale('from: 50, to: 0', 'from: 0, to: 100'))[0]).toContain('backwards');
    const rows = 'rows: [[weak], [sturdy]]';
    const [found] = lint(scale('from: 0, to: 50', 'from: 50, to: 100', rows), 'scale-unsound');
    expect(found?.diagnostic.message).toContain('"sturdy"');
    expect(found?.at).toBe('[[weak], [sturdy]]');
  });
});

describe('the shipped scales', () => {
  it('are sound', () => {
    expect([...standards.scales.keys()]).toEqual(['icd203', 'ipcc', 'phia']);
    for (const shipped of standards.scales.values()) expect(problemsOf(shipped)).toEqual([]);
  });
});
