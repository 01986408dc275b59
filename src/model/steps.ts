/**
 * Work in steps: a generator that does a stretch of it each time it is asked, and gives its value in the
 * end. Whoever must stay ready for something else does that between two steps.
 */

/** Yields nothing but the chance to do something else. */
export type Steps<T> = Generator<undefined, T>;

/** All steps at once → the value. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** One step for each item → what the work gave, in order, as one list. */
export function* stepByStep<I, T>(items: Iterable<I>, work: (item: I) => readonly T[]): Steps<T[]> {
  const all: T[] = [];
  for (const item of items) {
    // One by one: a list that is spread into arguments must fit on the stack.
    for (const one of work(item)) all.push(one);
    yield;
  }
  return all;
}
