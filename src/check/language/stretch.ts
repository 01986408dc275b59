/** The smallest parts that the reading of prose shares. All offsets are those of a field's value. */

/** A stretch of a field. `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A paragraph, a heading or a cell; no sentence reaches over its ends. */
export interface Block extends Stretch {
  readonly isHeading: boolean;
}

/** Stands for each character that is not ours to lint. U+FFFC is neither a space nor a letter. */
export const blot = '\ufffc';
