import { describe, expect, it } from 'vitest';
import { isOneSlip } from '../../../src/check/language/slip.ts';
import { finding, lint, stretches } from './lint.ts';

const code = 'name-near-miss';
const mok = 'people: { mok: { name: { given: Benjamin, family: Mok }, bio: BIO } }\n';

describe('names that differ by a letter', () => {
  it('points at the word in a biography that the byline spells otherwise', () => {
    const data = mok.replace('BIO', 'Benajamin Mok is a researcher.');
    const [found, ...more] = lint(data, code);
    expect(more).toEqual([]);
    expect(found?.at).toBe('Benajamin');
    expect(found?.diagnostic.message).toContain('Benjamin Mok');
    expect(found?.diagnostic.related).toHaveLength(1);
  });

  it('takes numbers for names of their own', () => {
    const data = finding('The Working Group1 met. The Working Group2 met as well. Group3 did not.');
    expect(stretches(data, code)).toEqual([]);
    expect(isOneSlip('covid19', 'cowid19')).toBe(true);
  });

  it('compares people, authors of sources and prose', () => {
    const source =
      'sources: { s: { type: book, title: T, author: [{ given: Benjamin, family: Mokk }] } }\n';
    expect(stretches(mok.replace('BIO', 'A researcher.') + source, code)).toHaveLength(1);
    const prose = finding('Reports by Benjamin Mko and others agree.');
    expect(stretches(mok.replace('BIO', 'A researcher.') + prose, code)).toEqual(['Mko']);
  });

  it('finds a misspelt body, in every place where it stands so', () => {
    const data =
      'organisations: { o: { name: S. Rajaratnam School of International Studies } }\n' +
      finding(
        'The Rajaratnan School of International Studies replied. The Rajaratnan School is old.',
      );
    expect(stretches(data, code)).toEqual(['Rajaratnan', 'Rajaratnan']);
  });

  it('finds a misspelt name of one word that the data declare', () => {
    const data = (text: string) => `organisations: { t: { name: Telegram } }\n${finding(text)}`;
    expect(stretches(data('Users left Telegarm for good.'), code)).toEqual(['Telegarm']);
    expect(stretches(data('Users left Telegram’s Telegrams for good.'), code)).toEqual([]);
  });

  it('is silenced by an error that a source keeps as it is', () => {
    const data =
      mok.replace('BIO', 'Benajamin Mok is a researcher.') +
      'sources: { s: { type: book, title: T, sic: [{ text: Benajamin Mok, correction: Benjamin Mok }] } }\n';
    expect(stretches(data, code)).toEqual([]);
  });

  it('takes words that also stand apart for two names', () => {
    const fine = [
      'The Iran War began. The Iraq War began. Later Iran and Iraq met.',
      'The Syria Office met the Syrian Office.',
      'Islamic State and Islamic States differ.',
      'Officials of East Asia met those of West Asia.',
      'In May 2019 the Red Sea and the Dead Sea were calm.',
    ];
    for (const text of fine) expect(stretches(finding(text), code), text).toEqual([]);
  });

  it('does not look into quotations', () => {
    const data = mok.replace('BIO', 'He was “Benajamin Mok” in print.');
    expect(stretches(data, code)).toEqual([]);
  });
});

describe('one slip', () => {
  it('is a letter left out, put in, changed or swapped, once', () => {
    for (const other of ['benajamin', 'bejamin', 'benjemin', 'benjaimn']) {
      expect(isOneSlip('benjamin', other), other).toBe(true);
    }
    for (const other of ['benjamin', 'bejnaimn', 'ben', 'benyamim']) {
      expect(isOneSlip('benjamin', other), other).toBe(false);
    }
  });
});
