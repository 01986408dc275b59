/** Text → words, with their places. One way to part them for all rules. */
import type { Stretch } from './stretch.ts';

/** A word as written, with its lower-case form. */
export interface Word extends Stretch {
  readonly text: string;
  readonly lower: string;
}

/**
 * text, stretch of it (default: all) → its words; offsets are those of the text. A word is letters and
 * digits, with an apostrophe, a stop or a hyphen between them: "al-Naba", "U.S", "4.5".
 */
export function wordsIn(text: string, { start, end }: Stretch = whole(text)): Word[] {
  const words: Word[] = [];
  for (let at = start; at < end; ) {
    const to = endOfWord(text, at, end);
    if (to === at) {
      at += 1;
      continue;
    }
    const word = text.slice(at, to);
    words.push({ text: word, lower: word.toLowerCase(), start: at, end: to });
    at = to;
  }
  return words;
}

/** Where the word ends that begins here; here, where none does. A pattern does this five times slower. */
function endOfWord(text: string, from: number, end: number): number {
  let to = endOfLetters(text, from, end);
  while (to > from && to < end && joins(text.charCodeAt(to))) {
    const next = endOfLetters(text, to + 1, end);
    if (next === to + 1) break;
    to = next;
  }
  return to;
}

function endOfLetters(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (!isPlainLetter(code)) break;
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (at + character.length > end || !letter.test(character)) break;
    at += character.length;
  }
  return at;
}

/** Letters, digits, and marks that stand on them, of any script. */
const letter = /[\p{L}\p{N}\p{M}]/u;

/** `0`–`9`, `A`–`Z`, `a`–`z`. */
function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Apostrophes, stops, hyphens. */
function joins(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2011 || code === 0x2d;
}

/** "Telegram’s" → "Telegram". */
export function bare(text: string): string {
  return /s$|['’]$/.test(text) ? text.replace(/['’]s?$/, '') : text;
}

function whole(text: string): Stretch {
  return { start: 0, end: text.length };
}
