import { describe, expect, it } from 'vitest';
import { finding, lint, stretches, takeaway } from './lint.ts';

const code = 'likelihood-off-scale';

describe('words of likelihood that the scale does not know', () => {
  it('points at exactly the words, whatever stands around them', () => {
    expect(stretches(finding('It will very possibly recover.'), code)).toEqual(['very possibly']);
    expect(stretches(finding('There is a good chance of that.'), code)).toEqual(['good chance']);
    expect(stretches(finding('It is not likely to end.'), code)).toEqual(['not likely']);
    expect(stretches(finding('In all probability, they return.'), code)).toEqual([
      'In all probability',
    ]);
  });

  it('points into Markdown and into a folded block, at the place in the file', () => {
    const folded = [
      'findings:',
      '  f:',
      '    statement: >-',
      '      The outlet paused [@nobody, p. 3]. It',
      '      is *quite',
      '      possible* that it returns.',
      '',
    ].join('\n');
    const [found] = lint({ 'data/d.yaml': folded }, code);
    expect(found?.at).toBe('quite\n      possible');
  });

  it('takes the longest expression, and knows the words of the scale in any letter case', () => {
    expect(stretches(finding('A return is highly likely.'), code)).toEqual([]);
    expect(stretches(finding('A return is very likely.'), code)).toEqual(['very likely']);
    expect(stretches(finding('Almost certainly, it returns.'), code)).toEqual([]);
    expect(stretches(finding('There is a realistic possibility of a return.'), code)).toEqual([]);
  });

  it('goes by the scale of the brief that a record is used in', () => {
    const brief = (scale: string) =>
      `template: t\ntitle: A title\nissued: 2025-06-01\nscale: ${scale}\ntakeaways: [t]\n`;
    const lead = takeaway('A return is probable.');
    const under = (scale: string) => ({ 'data/d.yaml': lead, 'data/briefs/b.yaml': brief(scale) });
    expect(stretches(under('phia'), code)).toEqual([]);
    expect(stretches(under('icd203'), code)).toEqual([]);
    expect(stretches(under('ipcc'), code)).toEqual(['probable']);
    expect(lint(under('ipcc'), code)[0]?.diagnostic.severity).toBe('warning');
  });

  it('leaves comparisons, amounts, quotations and code alone', () => {
    const fine = [
      'Small services are more likely to be used.',
      'It is increasingly probable that they merge.',
      'They lost perhaps 200 channels.',
      'Experts say “there is a good chance” of it.',
      "The post calls it 'very possible' in passing.",
      'The field `very possible` is empty.',
      'It works where possible, on certain platforms in remote areas.',
      'The paragraph leaves no doubt of the meaning.',
    ];
    for (const text of fine) expect(stretches(finding(text), code), text).toEqual([]);
  });

  it('finds what only says that something is not impossible', () => {
    const hits = [
      ['We cannot rule out an attack.', 'cannot rule out'],
      ['An attack cannot be ruled out.', 'cannot be ruled out'],
      ['It is possible that they return.', 'It is possible that'],
    ] as const;
    for (const [text, words] of hits) {
      expect(stretches(finding(text), code)).toEqual([words]);
    }
    expect(stretches(finding('The court ruled it out where possible.'), code)).toEqual([]);
  });

  it('does not read over a comma, a citation or a quotation', () => {
    expect(stretches(finding('It is very, possible as it seems, slow.'), code)).toEqual([]);
    expect(stretches(finding('It is very “slow” possible.'), code)).toEqual([]);
  });

  it('says nothing where no scale is in use, and nothing about another language', () => {
    const publisher = (lang: string, scale: string) => ({
      'data/publisher.yaml': `publisher: { name: An Office, lang: ${lang}${scale} }\n`,
      'data/d.yaml': finding('It is very possible.'),
    });
    expect(stretches(publisher('en', ''), code)).toEqual([]);
    expect(stretches(publisher('fr', ', defaults: { scale: phia }'), code)).toEqual([]);
    expect(stretches(publisher('en', ', defaults: { scale: phia }'), code)).toHaveLength(1);
  });

  it('does not lint quotations, evidence and titles, which are other people’s words', () => {
    const data = [
      'sources:',
      '  s: { type: book, title: A very possible title }',
      'findings:',
      '  f:',
      '    statement: The outlet paused.',
      '    evidence: [{ source: s, quote: It is very possible. }]',
      '    note: It is very possible, colleagues.',
      'quotes:',
      '  q: { text: It is very possible., speaker: { label: observers }, source: s }',
      '',
    ].join('\n');
    expect(stretches(data, code)).toEqual([]);
  });
});
