/**
 * Work that is done once for each object it is done for. The object is known by its identity and its
 * value is forgotten with it, so only what nobody changes may be asked about.
 */

/** A function of an object → the same function, which remembers what it gave. */
export function remember<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same for a function of a text, of which only the latest few are remembered: one works on them for a while. */
export function rememberLatest<T>(make: (text: string) => T): (text: string) => T {
  let latest: readonly { readonly text: string; readonly value: T }[] = [];
  return (text) => {
    const known = latest.find((one) => one.text === text);
    if (known !== undefined) return known.value;
    const value = make(text);
    latest = [{ text, value }, ...latest.slice(0, fewTexts - 1)];
    return value;
  };
}

/** A file and those that its problems point to as well. */
const fewTexts = 4;

/** The same for a function of an object and a word. */
export function rememberFor<K extends object, W extends string, T>(
  make: (key: K, word: W) => T,
): (key: K, word: W) => T {
  const byWord = remember((_: K) => new Map<W, T>());
  return (key, word) => {
    const known = byWord(key);
    const found = known.has(word) ? (known.get(word) as T) : make(key, word);
    known.set(word, found);
    return found;
  };
}
