import { describe, expect, it } from 'vitest';
import { countWords, defaultWordsPerMinute, readMinutes } from '../../src/model/reading.ts';
import { fc } from '../support/property.ts';

function segmented(text: string, lang: string): number {
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

describe('words', () => {
  it('are counted in scripts that part them', () => {
    expect(countWords('Lulls are not defeat.', 'en')).toBe(4);
    expect(countWords('', 'en')).toBe(0);
    expect(countWords('— … “ ” 😀', 'en')).toBe(0);
  });

  it('are counted in scripts that do not', () => {
    expect(countWords('宣传减少了，威胁依然存在。', 'zh')).toBeGreaterThan(4);
    expect(countWords('การโฆษณาชวนเชื่อลดลง', 'th')).toBeGreaterThan(2);
  });

  it('are the same that Intl.Segmenter finds', () => {
    const texts: Readonly<Record<string, string>> = {
      en: 'ISKP’s 4.5 per cent, e.g. in the U.S., fell by 43,000 (al-Naba, 12 Oct. 2023): cat-and-mouse.',
      fr: 'L’organisation n’a pas publié aujourd’hui ; c’est-à-dire rien.',
      de: 'Die Straßen-Überwachung endete um 10:30 Uhr.',
      ru: 'Канал закрыли в апреле 2018 года, затем ещё раз.',
      ar: 'أغلقت المنصة القنوات في شهر أبريل، ثم عادت.',
      hi: 'अप्रैल में चैनल बंद कर दिए गए, फिर लौट आए।',
      ko: '채널은 4월에 폐쇄되었다.',
      am: 'ሰርጦቹ በሚያዝያ ተዘግተዋል።',
    };
    for (const [lang, text] of Object.entries(texts)) {
      expect(countWords(text, lang), lang).toBe(segmented(text, lang));
    }
    const piece = fc.constantFrom(
      ...['a', 'é', 'б', '7', '.', ',', '’', "'", '-', ' ', 'a_b', '%', 'न', '्'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(countWords(text, 'en')).toBe(segmented(text, 'en'));
      }),
    );
  });
});

describe('minutes', () => {
  it('are words by the rate, rounded, and at least one', () => {
    expect(readMinutes(0)).toBe(1);
    expect(readMinutes(defaultWordsPerMinute * 4 + 100)).toBe(4);
    expect(readMinutes(defaultWordsPerMinute * 4 + 120)).toBe(5);
    expect(readMinutes(1000, 200)).toBe(5);
  });
});
