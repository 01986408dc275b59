/**
 * Records that are there but hold mistakes. They have been reported where they stand; whoever looks
 * for them must not report them as missing as well.
 */

import type { Entry } from './stages.ts';

/** What did not fit and what could not be read. */
export interface Broken {
  readonly ids: ReadonlySet<string>;
  /** What there is of files with mistakes in their YAML. */
  readonly texts: readonly string[];
  /**
   * Records that did not fit, with the scalars of theirs that did: good for looking at their words,
   * so that all mistakes show in one run, and for nothing else. Their `data` is not what the type says.
   */
  readonly entries: readonly Entry[];
}

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
