/** Numbers in prose against the number of a finding. */
import { describe, expect, it } from 'vitest';
import { contradictionIn } from '../../src/resolve/written-numbers.ts';

describe('a number in words', () => {
  it.each([
    ['43,000', 43_000],
    ['43.000', 43_000],
    ['43 000', 43_000],
    ['43\u202F000', 43_000],
    ["43'000", 43_000],
    ['43000', 43_000],
    ['43 thousand', 43_000],
    ['1.2 million', 1_200_000],
    ['1,2 million', 1_200_000],
    ['$3bn', 3e9],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['38.1 %', 38.1],
    ['38,1 %', 38.1],
    ['1.10', 1.1],
    ['−12', -12],
    ['-12', -12],
    ['fell by 12', -12],
    ['in 2019, 43,000 channels', 43_000],
    ['0.5', 0.5],
    ['1.200', 1.2],
    ['1.200', 1200],
    ['several', 5],
    ['', 5],
  ])('%j agrees with %d', (words, value) => {
    expect(contradictionIn(words, value)).toBeUndefined();
  });

  it.each([
    ['40,000', 43_000, '40,000'],
    ['12', 1.2, '12'],
    ['1.5', 15, '1.5'],
    ['4.300', 43_000, '4.300'],
    ['-12', 12, '-12'],
    ['38', 38.1, '38'],
    ['3 of 40', 43, '3'],
    ['43 million', 43_000, '43'],
    ['1.234,5', 12_345, '1.234,5'],
  ])('%j contradicts %d', (words, value, written) => {
    expect(contradictionIn(words, value)).toBe(written);
  });
});
