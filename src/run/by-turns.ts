/** Long work that lets others have their turn: while the rules are asked, the browser waits for its next order. */
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../model/steps.ts';

/** After so long somebody else is let in, in milliseconds: what a browser does between two orders takes longer. */
const turnMs = 10;

/** steps, clock in milliseconds → their value. */
export async function byTurns<T>(steps: Steps<T>, now: () => number): Promise<T> {
  let untilMs = now() + turnMs;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (now() < untilMs) continue;
    await setImmediate();
    untilMs = now() + turnMs;
  }
}
