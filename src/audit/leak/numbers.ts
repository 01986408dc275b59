/**
 * Numbers as a search compares them: 43,000 and 43 000 and 43.000 are one, and 430.00 is another. A number
 * is written by itself: digits inside of a word, a colour or a hash are none.
 */

/** Digits with separators inside, which no letter, colour or code point goes before or comes after. */
const written =
  /(?<![\p{L}\p{N}#+.])\d[\d.,'’\u00A0\u2009\u202F]*\d(?![\p{L}\p{N}])|(?<![\p{L}\p{N}#+.])\d(?![\p{L}\p{N}])/gu;
const separator = /[.,'’\u00A0\u2009\u202F]/;

/** Shorter numbers repeat by chance. In digits. */
const fewestDigits = 4;

/** text → its numbers of four digits and more that are no years and no days, each in one form. */
export function numbersOf(text: string): string[] {
  return (text.match(written) ?? []).flatMap(readingsOf).filter(isDistinctive);
}

/** `1.234` → `1234` and `1.234`: what separates thousands here separates decimals there. */
function readingsOf(number: string): string[] {
  const [head = '', ...rest] = number.split(separator);
  const last = rest.at(-1);
  if (last === undefined) return [head];
  const middle = rest.slice(0, -1);
  // Thousands in groups of three; in India all but the last are of two.
  const isGrouped =
    head.length <= 3 &&
    last.length === 3 &&
    middle.every(({ length }) => length === 2 || length === 3);
  const whole = [head, ...middle].join('');
  return [...(isGrouped ? [whole + last] : []), `${whole}.${last}`];
}

function isDistinctive(number: string): boolean {
  const [whole = ''] = number.split('.');
  const isYear = /^(?:19|20)\d\d$/.test(whole);
  const isDay = /^(?:19|20)\d{6}$/.test(whole);
  return number.replace('.', '').length >= fewestDigits && !isYear && !isDay;
}
