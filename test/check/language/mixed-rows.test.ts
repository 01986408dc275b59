import { describe, expect, it } from 'vitest';
import { type Files, lint, stretches } from './lint.ts';

const code = 'likelihood-rows-mixed';

/** A brief under a scale with two takeaways. */
function brief(scale: string, first: string, second: string): Files {
  return {
    'data/briefs/b.yaml': [
      'template: t',
      'title: A title',
      'issued: 2025-06-01',
      `scale: ${scale}`,
      'takeaways: [one, two]',
      '',
    ].join('\n'),
    'data/d.yaml': [
      'takeaways:',
      `  one: { lead: ${first}, findings: [] }`,
      `  two: { lead: ${second}, findings: [] }`,
      '',
    ].join('\n'),
  };
}

describe('terms from different rows of a scale', () => {
  it('points at the words that are not of the first row, and names the first', () => {
    const files = brief('icd203', 'A return is likely.', 'A split is highly improbable.');
    const [found, ...more] = lint(files, code);
    expect(more).toEqual([]);
    expect(found?.at).toBe('highly improbable');
    expect(found?.diagnostic.related?.[0]?.message).toContain('likely');
  });

  it('lets the fields of the takeaways take part', () => {
    const files = brief('icd203', 'It returns.', 'A split is probable.');
    const data = files['data/d.yaml']?.replace(
      'findings: [] }',
      'findings: [], likelihood: likely }',
    );
    expect(stretches({ ...files, 'data/d.yaml': data ?? '' }, code)).toEqual(['probable']);
  });

  it('says nothing where all words are of one row', () => {
    expect(stretches(brief('icd203', 'It is probable.', 'It is improbable.'), code)).toEqual([]);
    expect(stretches(brief('icd203', 'It is likely.', 'It is almost certainly so.'), code)).toEqual(
      [],
    );
  });

  it('says nothing under a scale without rows, where two words are one step', () => {
    expect(stretches(brief('phia', 'It is likely.', 'It is probable.'), code)).toEqual([]);
  });

  it('does not compare records of different briefs', () => {
    const files = brief('icd203', 'It is likely.', 'It is probable.');
    const split = {
      ...files,
      'data/briefs/b.yaml': files['data/briefs/b.yaml']?.replace('[one, two]', '[one]') ?? '',
    };
    expect(stretches(split, code)).toEqual([]);
  });
});
