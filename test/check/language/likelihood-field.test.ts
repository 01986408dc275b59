import { describe, expect, it } from 'vitest';
import { type Files, lint, stretches, takeaway } from './lint.ts';

const brief = (fields: string) =>
  `template: t\ntitle: A title\nissued: 2025-06-01\ntakeaways: [t]\n${fields}`;

describe('the field "likelihood"', () => {
  const code = 'likelihood-unknown';

  it('accepts a term or a synonym, in any letter case', () => {
    for (const word of ['realistic possibility', 'probable', 'Almost certain']) {
      expect(stretches(takeaway('It ends.', `likelihood: ${word}`), code), word).toEqual([]);
    }
  });

  it('points at a word that is none, and says which was meant', () => {
    const [found] = lint(takeaway('It ends.', 'likelihood: realistic posibility'), code);
    expect(found?.at).toBe('realistic posibility');
    expect(found?.diagnostic.severity).toBe('error');
    expect(found?.diagnostic.hint).toContain('"realistic possibility"');
  });

  it('refuses an adverb, which is a form and no term', () => {
    expect(stretches(takeaway('It ends.', 'likelihood: probably'), code)).toEqual(['probably']);
  });

  it('explains a number in a gap with its neighbours, and proposes none of them', () => {
    const [found] = lint(takeaway('It ends.', 'likelihood: 52 %'), code);
    expect(found?.diagnostic.hint).toContain('gap');
    expect(found?.diagnostic.hint).toContain('"realistic possibility"');
    expect(found?.diagnostic.hint).toContain('"likely"');
  });

  it('goes by each scale that the takeaway is printed under', () => {
    const files: Files = {
      'data/d.yaml': takeaway('It ends.', 'likelihood: very likely'),
      'data/briefs/a.yaml': brief('scale: icd203\n'),
      'data/briefs/b.yaml': brief('scale: phia\n'),
    };
    const found = lint(files, code);
    expect(found.map(({ diagnostic }) => diagnostic.message)).toHaveLength(1);
    expect(found[0]?.diagnostic.message).toContain('phia');
  });

  it('looks at a takeaway that is written inside a brief', () => {
    const inline =
      'template: t\ntitle: A title\nissued: 2025-06-01\ntakeaways:\n  - { lead: It ends., findings: [], likelihood: maybe }\n';
    expect(stretches({ 'data/briefs/b.yaml': inline }, code)).toEqual(['maybe']);
  });

  it('goes by an office’s own scale', () => {
    const own = [
      'scales:',
      '  house:',
      '    { name: House, publisher: Us, document: Handbook, lang: en, terms: [',
      '      { term: weak, from: 0, below: 50 }, { term: strong, from: 50, to: 100 } ] }',
      '',
    ].join('\n');
    const files = (word: string): Files => ({
      'data/d.yaml': takeaway('It ends.', `likelihood: ${word}`) + own,
      'data/briefs/b.yaml': brief('scale: house\n'),
    });
    expect(stretches(files('strong'), code)).toEqual([]);
    expect(stretches(files('likely'), code)).toEqual(['likely']);
  });
});

describe('the scale in use', () => {
  it('must exist', () => {
    const [found] = lint(
      { 'data/briefs/b.yaml': brief('scale: phai\n').replace('[t]', '[]') },
      'scale-unknown',
    );
    expect(found?.at).toBe('phai');
    expect(found?.diagnostic.hint).toContain('phia');
  });

  it('must be named by a brief that states a likelihood', () => {
    const files = (scale: string): Files => ({
      'data/publisher.yaml': 'publisher: { name: An Office, lang: en }\n',
      'data/d.yaml': takeaway('It ends.', 'likelihood: likely'),
      'data/briefs/b.yaml': brief(scale),
    });
    expect(lint(files(''), 'likelihood-scale-missing')).toHaveLength(1);
    expect(lint(files('scale: phia\n'), 'likelihood-scale-missing')).toEqual([]);
  });
});
