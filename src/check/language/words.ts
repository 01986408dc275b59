/**
 * Text → words, with their places. One way to part them for all rules. A large project has a million
 * words and a few thousand spellings, so what is kept of a text is a list of spellings and one of offsets.
 */
import type { Stretch } from './stretch.ts';

/** A spelling with its lower-case form; the very same text where they are the same. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
}

/** A word where it stands. */
export interface Word extends Spelling, Stretch {}

/** Words in order: how each is spelt, and the offset where it begins. Both lists are equally long. */
export interface WordList {
  readonly spellings: readonly Spelling[];
  readonly starts: readonly number[];
}

/** A word as written → its spelling. */
export type Speller = (text: string) => Spelling;

/** A speller that gives the same object for the same word, for as long as it is held. */
export function createSpeller(): Speller {
  const known = new Map<string, Spelling>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const spelling = spell(text);
    known.set(text, spelling);
    return spelling;
  };
}

function spell(text: string): Spelling {
  const lower = text.toLowerCase();
  return { text, lower: lower === text ? text : lower };
}

/**
 * text, stretch of it, speller → the words; offsets are those of the text. A word is letters and digits,
 * with an apostrophe, a stop or a hyphen between them: "al-Naba", "U.S", "4.5".
 */
export function listWords(text: string, { start, end }: Stretch, spellingOf: Speller): WordList {
  const spellings: Spelling[] = [];
  const starts: number[] = [];
  for (let at = start; at < end; ) {
    const to = endOfWord(text, at, end);
    if (to === at) {
      at += 1;
      continue;
    }
    spellings.push(spellingOf(text.slice(at, to)));
    starts.push(at);
    at = to;
  }
  return { spellings, starts };
}

/** The same for a whole text, word by word. */
export function wordsIn(text: string): Word[] {
  return wordsOf(listWords(text, { start: 0, end: text.length }, spell));
}

/** list → its words. */
export function wordsOf({ spellings, starts }: WordList): Word[] {
  return spellings.map((spelling, index) => wordOf(spelling, starts[index] ?? 0));
}

/** spelling, offset → the word that stands there. */
export function wordOf({ text, lower }: Spelling, start: number): Word {
  return { text, lower, start, end: start + text.length };
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
