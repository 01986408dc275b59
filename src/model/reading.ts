/** How long a text takes to read, in any script. */

/**
 * Words a minute in silent reading of English non-fiction.
 * Source: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
 * (2019), 104047.
 */
export const defaultWordsPerMinute = 238;

/**
 * Plain text and its language (BCP 47) → number of words. `Intl.Segmenter` finds them by dictionary
 * where a script writes none apart, as in Chinese and Thai.
 */
export function countWords(text: string, lang: string): number {
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
