/**
 * Work that is done in a thread of its own, beside the one that everything else runs in. The table of
 * what can be done there is `src/thread.ts`.
 */

export type AsideWork = 'finish-pdf' | 'audit-pdf';

/**
 * Work, plain data → what came of it, plain data again. The same as doing it here, and rejects as that
 * would; what is given in is copied.
 */
export type Aside = <Output>(work: AsideWork, input: object) => Promise<Output>;
