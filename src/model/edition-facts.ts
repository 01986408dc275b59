/** What a document says of its own edition and of the others. */
import type { Change } from './schema/edition.ts';

/** One edition among those of its brief; `released` is a day, `YYYY-MM-DD`. */
export interface EditionName {
  readonly edition: number;
  readonly released: string;
}

/** An edition's number, what changed since the one before, and the one that took its place. */
export interface EditionFacts {
  readonly number: number;
  readonly since?: EditionName | undefined;
  readonly changes: readonly Change[];
  /** Only what is printed again after the day of release can say this. */
  readonly supersededBy?: EditionName | undefined;
}
