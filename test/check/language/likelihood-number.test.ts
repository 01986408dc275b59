import { describe, expect, it } from 'vitest';
import { finding, lint, stretches } from './lint.ts';

const gap = 'likelihood-number-gap';
const differs = 'likelihood-number-differs';

describe('a percentage in a gap of the scale', () => {
  it('is refused beside a word and beside "chance", and never rounded', () => {
    expect(stretches(finding('A return is likely (52 %).'), gap)).toEqual(['52 %']);
    expect(stretches(finding('There is a 77 per cent chance of a return.'), gap)).toEqual([
      '77 per cent',
    ]);
    expect(stretches(finding('The probability of about 22% is low.'), gap)).toEqual(['22%']);
    const [found] = lint(finding('A return is likely (77 %).'), gap);
    expect(found?.diagnostic.severity).toBe('error');
    expect(found?.diagnostic.message).toContain('"highly likely"');
  });

  it('is refused as a stretch that lies in the gap', () => {
    expect(stretches(finding('A 51–54 % chance remains.'), gap)).toEqual(['51–54 %']);
    expect(stretches(finding('A 40–50 % chance remains.'), gap)).toEqual([]);
  });

  it('has no gap to fall into on another scale', () => {
    const publisher = 'publisher: { name: An Office, lang: en, defaults: { scale: ipcc } }\n';
    const files = {
      'data/publisher.yaml': publisher,
      'data/d.yaml': finding('A 52 % chance remains.'),
    };
    expect(stretches(files, gap)).toEqual([]);
  });
});

describe('a percentage that contradicts the word beside it', () => {
  it('points at both', () => {
    expect(stretches(finding('A return is highly likely (60 %).'), differs)).toEqual([
      'highly likely (60 %',
    ]);
    expect(stretches(finding('They are 85% likely to return.'), differs)).toEqual(['85% likely']);
    expect(
      stretches(finding('A return is unlikely, at about 40 to 45 per cent.'), differs),
    ).toEqual(['unlikely, at about 40 to 45 per cent']);
  });

  it('is content with numbers that agree, at the bounds as the scale has them', () => {
    const fine = [
      'A return is likely (55 %).',
      'A return is a realistic possibility (40–50 %).',
      'A return is almost certain (more than 95 %).',
      'A return is almost certain: 97%.',
    ];
    for (const text of fine) expect(stretches(finding(text), differs), text).toEqual([]);
    expect(stretches(finding('There is a realistic possibility (50 %).'), gap)).toEqual(['50 %']);
  });
});

describe('a percentage that counts something else', () => {
  it('is left alone', () => {
    const fine = [
      'Output fell by 52 % and is likely to recover.',
      'It is likely that 52 % of channels were lost.',
      'Some 77 % of them, a likely majority, left.',
      'The post speaks of “a 52 % chance” of it.',
      'Chances fell in 52 of them.',
    ];
    for (const text of fine) {
      expect(
        [...stretches(finding(text), gap), ...stretches(finding(text), differs)],
        text,
      ).toEqual([]);
    }
  });
});
