/**
 * Nothing twice, for whoever reads the same project again and again: a session keeps a memory and hands
 * it to the stages. A single build has a short one, and nothing is kept between two sessions.
 */

/** What pure functions gave, by what they were given. */
export interface Memory {
  /**
   * Name of the work, what it depends on → its value, worked out once. An object is known again by its
   * identity and forgotten with it; a text by its letters, as long as it is among the latest.
   */
  once<T>(work: string, given: object | string, make: () => T): T;
}

/** Remembers nothing. */
export const noMemory: Memory = { once: (_work, _given, make) => make() };

/** All fields of a few briefs. */
const textsOfASession = 4_000;

/** How many texts are kept for each work → a memory. */
export function createMemory(keptTexts = textsOfASession): Memory {
  const byObject = new Map<string, WeakMap<object, unknown>>();
  const byText = new Map<string, Map<string, unknown>>();
  // What was put in under a name comes out under the same name: whoever asks gives the type.
  const once = <T>(work: string, given: object | string, make: () => T): T => {
    if (typeof given === 'object') {
      const known = getOrMake(byObject, work, () => new WeakMap<object, unknown>());
      if (known.has(given)) return known.get(given) as T;
      const value = make();
      known.set(given, value);
      return value;
    }
    const known = getOrMake(byText, work, () => new Map<string, unknown>());
    const value = known.has(given) ? (known.get(given) as T) : make();
    // The latest stand last, so that the first to go is the one that was asked for longest ago.
    known.delete(given);
    known.set(given, value);
    const [oldest] = known.keys();
    if (known.size > keptTexts && oldest !== undefined) known.delete(oldest);
    return value;
  };
  return { once };
}

function getOrMake<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
