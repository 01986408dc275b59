/** A door through which only so many pass at once. */

/** limit → a function that runs work as soon as fewer than `limit` are running, first come first served. */
export function createLimiter(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on without being given up, so that nobody slips in between.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
