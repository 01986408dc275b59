/** Reads CSS `unicode-range` values. */

/** First and last code point, both inclusive. */
export type CodePointRange = readonly [number, number];

/**
 * `U+0000-00FF, U+131, U+4??` → ranges; parts that are no range are left out.
 * Source: CSS Fonts Level 4, "unicode-range".
 */
export function parseUnicodeRange(value: string): readonly CodePointRange[] {
  return value.split(',').flatMap((part): readonly CodePointRange[] => {
    const match = /^\s*U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?\s*$/i.exec(part);
    if (match?.[1] === undefined) return [];
    const first = Number.parseInt(match[1].replaceAll('?', '0'), 16);
    const last = Number.parseInt(match[2] ?? match[1].replaceAll('?', 'F'), 16);
    return [[first, last]];
  });
}

/** True when one of the code points lies in the `unicode-range`. */
export function coversAny(value: string, codePoints: ReadonlySet<number>): boolean {
  return holdsAny(parseUnicodeRange(value), codePoints);
}

/** True when one of the code points lies in one of the ranges. */
export function holdsAny(
  ranges: readonly CodePointRange[],
  codePoints: ReadonlySet<number>,
): boolean {
  const isIn = isInOneOf(ranges);
  for (const codePoint of codePoints) if (isIn(codePoint)) return true;
  return false;
}

/** ranges → true for a code point that lies in one of them. */
export function isInOneOf(ranges: readonly CodePointRange[]): (codePoint: number) => boolean {
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
