/** Work that ends when the page's process does. */
import type { CDPSession } from 'puppeteer-core/internal/puppeteer-core-browser.js';

/**
 * The end of the page's process, after which commands to it are never answered. A promise of it that all
 * work is raced against would hold on to everything that the work gave, as long as the page lives.
 */
export class Crash {
  readonly #waiting = new Set<(error: Error) => void>();
  #error: Error | undefined;

  constructor(session: CDPSession) {
    session.once('Inspector.targetCrashed', () => {
      const error = new Error('the page crashed');
      this.#error = error;
      for (const reject of this.#waiting) reject(error);
    });
  }

  /** What the work gives; rejects when the page has crashed or crashes meanwhile. */
  async or<T>(work: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    if (this.#error !== undefined) reject(this.#error);
    this.#waiting.add(reject);
    try {
      return await Promise.race([work, promise]);
    } finally {
      this.#waiting.delete(reject);
    }
  }
}
