/** Looks for what is withheld in everything that can be read out of a file. */
import { numbersOf } from './numbers.ts';
import type { Withheld } from './withheld.ts';
import { wordsOf } from './words.ts';

/** One stretch of readable text of a file, and what part of the file it is. */
export interface Readable {
  readonly where: string;
  readonly text: string;
  /** Where to look for numbers instead: measures and colours in it are none of the data. */
  readonly numbers?: string;
}

/** What was found; the words themselves are for the office's eyes, so they are not in here. */
export interface Leak {
  readonly where: string;
  readonly kind: 'text' | 'id' | 'number';
}

/** readable parts, what is withheld → the first hit in each part. */
export function findLeaks(parts: readonly Readable[], withheld: Withheld): Leak[] {
  return parts.flatMap(({ where, text, numbers = text }): Leak[] => {
    const words = wordsOf(text);
    if (withheld.fragments.isIn(words)) return [{ where, kind: 'text' }];
    if (withheld.ids.isIn(words)) return [{ where, kind: 'id' }];
    if (withheld.squashed.length === 0 && withheld.numbers.size === 0) return [];
    const dense = words.join('');
    if (withheld.squashed.some((secret) => dense.includes(secret)))
      return [{ where, kind: 'text' }];
    if (withheld.numbers.size === 0) return [];
    return numbersOf(numbers).some((number) => withheld.numbers.has(number))
      ? [{ where, kind: 'number' }]
      : [];
  });
}
