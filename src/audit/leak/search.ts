/** Looks for what is withheld in everything that can be read out of a file. */
import type { Withheld } from './withheld.ts';
import { fragmentLength, runsOf, squash, wordsOf } from './words.ts';

/** One stretch of readable text of a file, and what part of the file it is. */
export interface Readable {
  readonly where: string;
  readonly text: string;
}

/** What was found; the words themselves are for the office's eyes, so they are not in here. */
export interface Leak {
  readonly where: string;
  readonly kind: 'text' | 'id' | 'number';
}

/** readable parts, what is withheld → the first hit in each part. */
export function findLeaks(parts: readonly Readable[], withheld: Withheld): Leak[] {
  return parts.flatMap(({ where, text }): Leak[] => {
    const words = wordsOf(text);
    for (let length = 1; length <= fragmentLength; length += 1) {
      for (const run of runsOf(words, length)) {
        if (withheld.fragments.has(run)) return [{ where, kind: 'text' }];
      }
    }
    const joined = ` ${words.join(' ')} `;
    for (const id of withheld.ids) if (joined.includes(` ${id} `)) return [{ where, kind: 'id' }];
    const dense = squash(text);
    if (withheld.squashed.some((secret) => dense.includes(secret)))
      return [{ where, kind: 'text' }];
    const numbers = (text.match(/\d[\d.,\u00A0\u202F]*\d/g) ?? []).map((one) =>
      one.replace(/\D/g, ''),
    );
    return numbers.some((number) => withheld.numbers.has(number))
      ? [{ where, kind: 'number' }]
      : [];
  });
}
