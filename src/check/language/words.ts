/** Text → words, with their places. One pattern for all rules. */
import type { Stretch } from './stretch.ts';

/** A word as written, with its lower-case form. */
export interface Word extends Stretch {
  readonly text: string;
  readonly lower: string;
}

/** Letters and digits, with an apostrophe, a stop or a hyphen between them: "al-Naba", "U.S", "4.5". */
const word = /[\p{L}\p{N}\p{M}]+(?:['’.‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** text, stretch of it (default: all) → its words; offsets are those of the text. */
export function wordsIn(text: string, { start, end }: Stretch = whole(text)): Word[] {
  return [...text.slice(start, end).matchAll(word)].map((found) => {
    const from = start + found.index;
    return {
      text: found[0],
      lower: found[0].toLowerCase(),
      start: from,
      end: from + found[0].length,
    };
  });
}

/** "Telegram’s" → "Telegram". */
export function bare(text: string): string {
  return /s$|['’]$/.test(text) ? text.replace(/['’]s?$/, '') : text;
}

function whole(text: string): Stretch {
  return { start: 0, end: text.length };
}
