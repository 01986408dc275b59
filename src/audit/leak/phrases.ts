/** A set of runs of words that can be looked for in a text in one pass. */

/** Runs that begin with the same word, by how many words they have. */
type Runs = Map<number, Set<string>>;

/** Runs of words, by their first word. */
export class Phrases {
  readonly #byFirst = new Map<string, Runs>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Every run, its words joined by spaces. */
  *[Symbol.iterator](): Iterator<string> {
    for (const runs of this.#byFirst.values()) for (const alike of runs.values()) yield* alike;
  }

  /** words → remembered as one run; a run of no words is none. */
  add(words: readonly string[]): void {
    const [first] = words;
    if (first === undefined) return;
    const runs: Runs = this.#byFirst.get(first) ?? new Map();
    const alike = runs.get(words.length) ?? new Set();
    const run = words.join(' ');
    if (!alike.has(run)) this.#size += 1;
    alike.add(run);
    runs.set(words.length, alike);
    this.#byFirst.set(first, runs);
  }

  /** words of a text → true when one of the runs stands in it. */
  isIn(words: readonly string[]): boolean {
    return words.some((_, index) => this.#at(words, index).length > 0);
  }

  /** Forgets every run that stands in a text. */
  removeThoseIn(words: readonly string[]): void {
    for (const index of words.keys()) {
      for (const [run, alike] of this.#at(words, index)) {
        alike.delete(run);
        this.#size -= 1;
      }
    }
  }

  /** The runs that begin at a word of a text, each with the set that it is in. */
  #at(words: readonly string[], index: number): (readonly [string, Set<string>])[] {
    const runs = this.#byFirst.get(words[index] ?? '');
    if (runs === undefined) return [];
    const found: (readonly [string, Set<string>])[] = [];
    for (const [length, alike] of runs) {
      const run = words.slice(index, index + length).join(' ');
      if (alike.has(run)) found.push([run, alike]);
    }
    return found;
  }
}
