/** What a document says of its own edition and of the others. */
import type { Change } from './schema/edition.ts';

/** An edition's number, what changed since the one before, and the one that took its place. */
export interface EditionFacts {
  readonly number: number;
  readonly since?: { readonly edition: number; readonly released: string } | undefined;
  readonly changes: readonly Change[];
  readonly supersededBy?: { readonly edition: number; readonly released: string } | undefined;
}
