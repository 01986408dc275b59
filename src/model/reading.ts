/** How long a text takes to read, in any script. */

/**
 * Words a minute in silent reading of English non-fiction.
 * Source: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
 * (2019), 104047.
 */
export const defaultWordsPerMinute = 238;

/**
 * Plain text and its language (BCP 47) → number of words, by Unicode's word boundaries (UAX #29).
 * `Intl.Segmenter` finds them by dictionary in scripts that part no words, as Chinese and Thai; its
 * first use costs 20 ms and more, so texts in other scripts are counted by the same rules in a pattern.
 */
export function countWords(text: string, lang: string): number {
  if (!unparted.test(text)) return text.match(word)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    if (isWordLike === true) count += 1;
  }
  return count;
}

/** Words → whole minutes, at least 1. */
export function readMinutes(words: number, wordsPerMinute = defaultWordsPerMinute): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** Scripts that are written without spaces or that ICU parts by dictionary. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters, digits and joiners; an apostrophe, stop or comma inside only between its like. */
const word =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Pc}\p{Cf}]|(?<=\p{L}[\p{M}\p{Cf}]*)['’.·][\p{M}\p{Cf}]*(?=\p{L})|(?<=\p{N}[\p{M}\p{Cf}]*)['’.,;][\p{M}\p{Cf}]*(?=\p{N}))*/gu;
