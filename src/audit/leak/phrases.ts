/** A set of runs of words that can be looked for in a text in one pass. */

/** Runs of words, by their first word. */
export class Phrases {
  readonly #byFirst = new Map<string, Set<string>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Every run, its words joined by spaces. */
  *[Symbol.iterator](): Iterator<string> {
    for (const runs of this.#byFirst.values()) yield* runs;
  }

  /** words → remembered as one run; a run of no words is none. */
  add(words: readonly string[]): void {
    const [first] = words;
    if (first === undefined) return;
    const known = this.#byFirst.get(first) ?? new Set();
    const run = words.join(' ');
    if (!known.has(run)) this.#size += 1;
    known.add(run);
    this.#byFirst.set(first, known);
  }

  /** words of a text → true when one of the runs stands in it. */
  isIn(words: readonly string[]): boolean {
    return words.some((word, index) => this.#at(word, words, index).length > 0);
  }

  /** Forgets every run that stands in a text. */
  removeThoseIn(words: readonly string[]): void {
    for (const [index, word] of words.entries()) {
      for (const run of this.#at(word, words, index)) {
        this.#byFirst.get(word)?.delete(run);
        this.#size -= 1;
      }
    }
  }

  #at(word: string, words: readonly string[], index: number): string[] {
    const runs = this.#byFirst.get(word);
    if (runs === undefined) return [];
    return [...runs].filter((run) => {
      const length = run.split(' ').length;
      return words.slice(index, index + length).join(' ') === run;
    });
  }
}
