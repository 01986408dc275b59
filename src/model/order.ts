/** The order in which names are listed and emitted, the same on every machine and in every language. */

/** Compares by Unicode code point; JavaScript's own `<` goes by UTF-16 unit, which differs past U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index < length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  if (index === length) return a.length - b.length;
  return weight(a.charCodeAt(index)) - weight(b.charCodeAt(index));
}

/** Lifts surrogates above U+E000–U+FFFF, where the code points that they stand for belong. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
