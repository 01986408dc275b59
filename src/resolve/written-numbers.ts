/** Numbers in prose, as people write them, against the number that a finding holds. */

/** Digits, with whatever parts thousands or decimals between them, and a sign before them. */
const written = /[-−–]?\d+(?:[.,]\d+|['’ \u00A0\u202F]\d{3}(?!\d))*/g;

/** What may follow a number and multiply it. */
const multipliers: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^[\s\u00A0]*(?:thousand|k\b)/i, 1e3],
  [/^[\s\u00A0]*(?:million|mn?\b)/i, 1e6],
  [/^[\s\u00A0]*(?:billion|bn\b)/i, 1e9],
];

/**
 * words, value → the number that contradicts the value, as it is written; undefined where one of the
 * numbers in the words agrees with it, or where there is none. `1.200` may be read both ways, so it
 * agrees with 1200 and with 1.2; a sign may be left to the words ("fell by 12").
 */
export function contradictionIn(words: string, value: number): string | undefined {
  const found = [...words.matchAll(written)];
  const [first] = found;
  if (first === undefined) return undefined;
  const agrees = found.some(({ 0: number, index }) => {
    const after = words.slice(index + number.length);
    const factor = multipliers.find(([pattern]) => pattern.test(after))?.[1] ?? 1;
    return readingsOf(number).some(
      (reading) => isSame(reading * factor, value) || isSame(reading * factor, -value, number),
    );
  });
  return agrees ? undefined : first[0].trim();
}

/** Without a sign of its own, a number agrees with its negative as well. */
function isSame(reading: number, value: number, number = ''): boolean {
  if (number !== '' && /^[-−–]/.test(number)) return false;
  return Math.abs(reading - value) <= Math.abs(value) * 1e-12;
}

/** A single separator with three digits after it may part thousands or decimals. */
function readingsOf(number: string): number[] {
  const sign = /^[-−–]/.test(number) ? -1 : 1;
  const plain = number.replace(/^[-−–]/, '').replace(/['’ \u00A0\u202F]/g, '');
  const marks = [...plain.matchAll(/[.,]/g)].map(({ 0: mark, index }) => ({ mark, index }));
  const last = marks.at(-1);
  const whole = Number(plain.replace(/[.,]/g, ''));
  if (last === undefined) return [sign * whole];
  const decimal = Number(
    `${plain.slice(0, last.index).replace(/[.,]/g, '')}.${plain.slice(last.index + 1)}`,
  );
  const isMixed = new Set(marks.map(({ mark }) => mark)).size > 1;
  if (isMixed) return [sign * decimal];
  if (marks.length > 1) return [sign * whole];
  return plain.length - last.index === 4 ? [sign * whole, sign * decimal] : [sign * decimal];
}
