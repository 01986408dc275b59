/** Numbers of a finding: by name, and as they are printed. */
import { describe, expect, it } from 'vitest';
import { factOf, formatFact } from '../../src/model/fact.ts';
import type { Entry } from '../../src/model/stages.ts';

/** Only the numbers of a finding are looked at. */
function finding(data: Partial<Entry<'finding'>['data']>): Entry<'finding'> {
  return { kind: 'finding', id: 'a', data } as Entry<'finding'>;
}

describe('the number that a link means', () => {
  it('is the only one, when none is named', () => {
    expect(factOf(finding({ value: 5, unit: 'days' }))).toEqual({ value: 5, unit: 'days' });
    expect(factOf(finding({ values: { days: { value: 5 } } }))).toEqual({ value: 5 });
    expect(factOf(finding({ values: { a: { value: 1 }, b: { value: 2 } } }))).toBeUndefined();
    expect(factOf(finding({}))).toBeUndefined();
  });

  it('is the one named', () => {
    const several = finding({ value: 3, values: { a: { value: 1 }, b: { value: 2 } } });
    expect(factOf(several, 'b')?.value).toBe(2);
    expect(factOf(several, 'value')?.value).toBe(3);
    expect(factOf(several, 'c')).toBeUndefined();
  });

  it('is never a part of every object', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'valueOf']) {
      expect(factOf(finding({ values: { a: { value: 1 } } }), name)).toBeUndefined();
    }
  });
});

describe('a number in print', () => {
  it.each([
    [{ value: 43_000 }, 'en-GB', '43,000'],
    [{ value: 43_000 }, 'de', '43.000'],
    [{ value: 43_000 }, 'fr', '43\u202F000'],
    [{ value: -12.5 }, 'en', '-12.5'],
    [{ value: 38.1, unit: '%' }, 'en', '38.1%'],
    [{ value: 38.1, unit: '%' }, 'fr', '38,1\u00A0%'],
    [{ value: 38.1, unit: '%' }, 'de', '38,1\u00A0%'],
    [{ value: -3, unit: '%' }, 'en', '-3%'],
    [{ value: 0, unit: '%' }, 'en', '0%'],
    [{ value: 0.000_001 }, 'en', '0.000001'],
    [{ value: 12, unit: 'days' }, 'en', '12'],
    [{ value: 1.1, digits: 2 }, 'en', '1.10'],
  ])('%j in %s', (fact, lang, text) => {
    expect(formatFact(fact, lang)).toBe(text);
  });
});
