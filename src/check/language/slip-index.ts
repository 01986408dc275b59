/**
 * Finds the words that may be one slip away from another without comparing each with each: two such
 * words become the same once a letter is taken out of one of them, or out of both.
 * Source: F. Garbe, "1000x faster spelling correction algorithm" (2012), the symmetric delete method.
 */

/** words → a word → positions of all that may be one slip away from it, in order; itself included. */
export function slipIndex(words: readonly string[]): (word: string) => readonly number[] {
  const byKey = new Map<string, number[]>();
  for (const [position, word] of words.entries()) {
    for (const key of keysOf(word)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [position]);
      else known.push(position);
    }
  }
  return (word) => {
    const found = new Set([...keysOf(word)].flatMap((key) => byKey.get(key) ?? []));
    return [...found].sort((a, b) => a - b);
  };
}

/** The word, and the word without each of its letters. */
function keysOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at += 1) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}
