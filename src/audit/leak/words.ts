/** Text as a search sees it: words without case, accents' forms, punctuation and invisible characters. */

/** Words of a fragment that is taken for distinctive. Four in a row repeat by chance, five hardly do. */
export const fragmentLength = 5;

/** text → its words, in order: letters and digits of any script, in one form. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** words → every run of `length` words. */
export function runsOf(words: readonly string[], length: number): string[][] {
  const count = Math.max(0, words.length - length + 1);
  return Array.from({ length: count }, (_, index) => words.slice(index, index + length));
}

/** text → its letters and digits alone, for words that mark-up or line ends tear apart. */
export function squash(text: string): string {
  return wordsOf(text).join('');
}
