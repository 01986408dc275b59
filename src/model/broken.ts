/**
 * Records that are there but hold mistakes. They have been reported where they stand; whoever looks
 * for them must not report them as missing as well.
 */

import type { Broken } from './stages.ts';

/** True where an id belongs to a broken record, or stands as a word in a broken file. */
export function isPerhapsThere(broken: Broken | undefined, id: string): boolean {
  if (broken === undefined) return false;
  return broken.ids.has(id) || broken.texts.some((text) => holdsWord(text, id));
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isWhole = [text[at - 1], text[at + word.length]].every(
      (neighbour) => neighbour === undefined || !/[\w-]/.test(neighbour),
    );
    if (isWhole) return true;
  }
  return false;
}
