/** What is worked out when it is first asked for, and kept. */

/** A function that is made when it is first called. */
export function once<A extends readonly unknown[], R>(
  make: () => (...args: A) => R,
): (...args: A) => R {
  let made: ((...args: A) => R) | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}

/** make → a function that calls it once and gives its value ever after. */
export function lazy<T>(make: () => T): () => T {
  return once<readonly [], T>(() => {
    const value = make();
    return () => value;
  });
}
