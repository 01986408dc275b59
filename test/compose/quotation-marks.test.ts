import { describe, expect, it } from 'vitest';
import { blotQuotations } from '../../src/check/language/quotations.ts';
import { quoted } from '../../src/compose/quotation-marks.ts';

describe('quotation marks', () => {
  it.each([
    ['en-GB', '“x”'],
    ['en-US', '“x”'],
    ['fr', '«\u00a0x\u00a0»'],
    ['fr-CA', '«\u00a0x\u00a0»'],
    ['de', '„x“'],
    ['de-AT', '„x“'],
    ['de-CH', '«x»'],
    ['es-MX', '«x»'],
    ['ar', '«x»'],
    ['zh-Hans', '“x”'],
    ['zh-TW', '「x」'],
    ['ja', '「x」'],
    ['pt', '“x”'],
    ['pt-PT', '«x»'],
    ['pl', '„x”'],
    ['sv', '”x”'],
    ['tlh', '“x”'],
  ])('are those of %s: %s', (lang, expected) => {
    expect(quoted('x', lang)).toBe(expected);
  });

  it.each(['en', 'fr', 'de', 'es', 'ar', 'zh', 'ja', 'pl'])(
    'are known to the language rules in %s',
    (lang) => {
      const text = quoted('very possibly', lang);
      expect(
        blotQuotations(text, [{ start: 0, end: text.length, isHeading: false }]),
      ).not.toContain('possibly');
    },
  );
});
