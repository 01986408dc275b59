/** How another program starts this one: the executable, the script, the arguments. */

/** A call of `brief run-due`, word by word; no word may hold a line break. */
export interface Invocation {
  /** Absolute paths of node and of the script. */
  readonly program: readonly string[];
  /** `run-due` and its options. */
  readonly args: readonly string[];
  /** Absolute path of the project, for descriptions. */
  readonly root: string;
  /** A name for units and files, made from the project's folder. */
  readonly name: string;
}

/** A word → the same for a POSIX shell; plain ones stay as they are. */
export function shellWord(word: string): string {
  // Source: POSIX.1-2024, Shell Command Language, 2.2.2 Single-Quotes.
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
