/** Waiting with an end. */

/** Thrown when the time is over. */
export class DeadlineError extends Error {
  constructor(limitMs: number) {
    super(`nothing was heard for ${limitMs / 1000} s`);
    this.name = 'DeadlineError';
  }
}

/**
 * promise, limit in milliseconds → its value, or `DeadlineError`. The timer keeps the program alive
 * while it waits.
 */
export async function withDeadline<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
