/** When a printer has been given a document: from then on there is time for whatever does not wait for it. */
import type { Host } from './host.ts';

/** A printer that is asked for as before, and when it was first given a document. */
export interface WatchedPrinter {
  readonly printer: Host['printer'];
  /** Resolves at the first document that the browser works on. Never, if none comes. */
  readonly started: Promise<void>;
}

/** printer → the same printer, watched. */
export function watchPrinting(printer: Host['printer']): WatchedPrinter {
  const { promise: started, resolve } = Promise.withResolvers<void>();
  return {
    started,
    printer: async () => {
      const lent = await printer();
      return {
        browser: lent.browser,
        examine: (job) => lent.examine(job),
        print: (job) => {
          const printed = lent.print(job);
          resolve();
          return printed;
        },
      };
    },
  };
}
