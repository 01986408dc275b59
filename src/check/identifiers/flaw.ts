/** What is wrong with an identifier. */
export interface Flaw {
  /** A clause that goes on from the identifier: `has a wrong check digit`. */
  readonly problem: string;
  /** What to write instead. */
  readonly hint: string;
}
