import { describe, expect, it } from 'vitest';
import { keyOf, percentText, statementsOf } from '../../src/model/assessment.ts';
import { gradeWords } from '../../src/model/grade.ts';
import { markings } from '../../src/model/marking.ts';
import { fieldWords, findTerm, lookUp, rowOf, type Scale } from '../../src/model/scale.ts';
import { parseScales, standardsOf } from '../../src/model/standards.ts';
import { standards } from '../check/language/lint.ts';

function shipped(id: string): Scale {
  const scale = standards.scales.get(id);
  if (scale === undefined) throw new Error(`no scale ${id}`);
  return scale;
}

const phia = shipped('phia');
const icd203 = shipped('icd203');
const ipcc = shipped('ipcc');

/** Number → the words that a scale has for it, or what stands in their place. */
function wordsFor(scale: Scale, percent: number): string[] | string {
  const verdict = lookUp(scale, percent);
  return verdict.kind === 'terms' ? verdict.terms.map(({ name }) => name) : verdict.kind;
}

describe('looking up a number', () => {
  it('keeps the bounds of the yardstick, open and closed', () => {
    expect(wordsFor(phia, 5)).toEqual(['remote chance']);
    expect(wordsFor(phia, 40)).toEqual(['realistic possibility']);
    expect(wordsFor(phia, 49.9)).toEqual(['realistic possibility']);
    expect(wordsFor(phia, 99)).toEqual(['almost certain']);
  });

  it('refuses numbers in a gap and names the neighbours', () => {
    for (const percent of [5.1, 7, 22, 37, 50, 52, 54.9, 77, 92]) {
      expect(wordsFor(phia, percent), String(percent)).toBe('gap');
    }
    const verdict = lookUp(phia, 77);
    expect(verdict.kind === 'gap' && [verdict.below?.name, verdict.above?.name]).toEqual([
      'likely',
      'highly likely',
    ]);
  });

  it('does not reach certainty where the scale does not', () => {
    expect(wordsFor(phia, 0)).toBe('outside');
    expect(wordsFor(phia, 100)).toBe('outside');
    expect(wordsFor(icd203, 0.5)).toBe('outside');
    expect(wordsFor(ipcc, 100)).toContain('virtually certain');
  });

  it('gives every term where they share a bound or are nested, narrowest first', () => {
    expect(wordsFor(icd203, 20)).toEqual(['very unlikely', 'unlikely']);
    expect(wordsFor(ipcc, 97)).toEqual([
      'extremely likely',
      'very likely',
      'likely',
      'more likely than not',
    ]);
  });
});

describe('looking up a word', () => {
  it('finds terms, synonyms and forms, in any letter case', () => {
    expect(findTerm(phia, 'Realistic  Possibility')?.name).toBe('realistic possibility');
    expect(findTerm(phia, 'probable')?.name).toBe('likely');
    expect(findTerm(phia, 'Probably')?.name).toBe('likely');
    expect(findTerm(phia, 'very likely')).toBeUndefined();
  });

  it('offers a field terms and synonyms, and no forms', () => {
    expect(fieldWords(phia)).toContain('probable');
    expect(fieldWords(phia)).not.toContain('probably');
  });

  it('knows the rows of ICD 203', () => {
    expect(rowOf(icd203, 'very likely')).toBe(0);
    expect(rowOf(icd203, 'Highly probable')).toBe(1);
    expect(rowOf(phia, 'likely')).toBeUndefined();
  });
});

describe('printing', () => {
  it('states likelihood before confidence, and a reason without its full stop', () => {
    const judgement = {
      likelihood: 'realistic possibility',
      confidence: 'moderate',
      confidenceReason: 'the reports are few, and one is old.',
    } as const;
    const [likelihood, confidence] = statementsOf(judgement, phia);
    expect(likelihood).toMatchObject({ label: 'likelihood', range: { lower: 40, upper: 50 } });
    expect(confidence).toEqual({
      label: 'confidence',
      value: 'moderate',
      level: 'moderate',
      reason: 'the reports are few, and one is old',
    });
  });

  it('uses the words of the scale for confidence, and says nothing that was not stated', () => {
    expect(statementsOf({ confidence: 'moderate' }, ipcc)[0]?.value).toBe('medium');
    expect(statementsOf({}, phia)).toEqual([]);
    expect(statementsOf({ likelihood: 'maybe' }, phia)).toEqual([]);
    expect(statementsOf({ confidence: 'low' }, undefined)).toHaveLength(1);
  });

  it('rounds the ends of a range for readers, and keeps them exact in the key', () => {
    const rows = keyOf(phia).rows.map(({ words, text }) => `${words.join(', ')}: ${text}`);
    expect(rows).toEqual([
      'remote chance: up to 5\u00a0%',
      'highly unlikely: 10–20\u00a0%',
      'unlikely: 25–35\u00a0%',
      'realistic possibility: 40 to <50\u00a0%',
      'likely, probable: 55–75\u00a0%',
      'highly likely: 80–90\u00a0%',
      'almost certain: 95\u00a0% or more',
    ]);
    expect(phia.terms.map(({ range }) => percentText(range)).at(0)).toBe('up to 5\u00a0%');
    expect(phia.terms.map(({ range }) => percentText(range)).at(-1)).toBe('95\u00a0% or more');
    expect(keyOf(phia).hasGaps).toBe(true);
    expect(keyOf(icd203).hasGaps).toBe(false);
  });
});

describe('standards files', () => {
  it('name their source', () => {
    for (const scale of standards.scales.values()) {
      expect(scale.publisher, scale.id).not.toBe('');
      expect(scale.url, scale.id).toMatch(/^https:/);
      expect(scale.issued, scale.id).toMatch(/^\d{4}/);
    }
  });

  it('say what grades and labels mean', () => {
    const { grades, markingMeanings } = standards;
    if (grades === undefined) throw new Error('no grades');
    expect(gradeWords(grades, 'B2')).toEqual({
      reliability: 'usually reliable',
      credibility: 'probably true',
    });
    expect(gradeWords(grades, 'F6')?.credibility).toBe('truth cannot be judged');
    expect(gradeWords(grades, 'G7')).toBeUndefined();
    expect([...markingMeanings.keys()]).toEqual([...markings]);
  });

  it('throw where they do not fit, since they ship with the tool', () => {
    expect(() => parseScales({ scales: { x: { name: 'X' } } })).toThrow();
    expect(() => standardsOf([{ path: 'standards/language/en.yaml', value: {} }])).toThrow();
    expect(standardsOf([{ path: 'standards/other.yaml', value: 7 }]).scales.size).toBe(0);
  });
});
