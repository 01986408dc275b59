/** A thread that answers one piece of work after the other, and keeps nobody waiting at the end. */
import { Worker } from 'node:worker_threads';
import type { Aside, AsideWork } from '../../model/aside.ts';

/** What goes to a thread; answers come under the same number. */
export interface ThreadRequest {
  readonly number: number;
  readonly work: AsideWork;
  readonly input: object;
}

export type ThreadAnswer =
  | { readonly number: number; readonly output: unknown }
  | { readonly number: number; readonly error: unknown };

export interface Thread {
  readonly run: Aside;
  /** It takes no work any more. */
  readonly hasEnded: boolean;
  /** Ends it, and rejects what it is at. Safe to call twice. */
  close(): void;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Room for what a thread has just made, in MB; V8 would take 96. What a thread makes is given away or of no use
 * when its answer is sent, so more room would only be filled with garbage.
 */
const maxYoungGenerationSizeMb = 24;

/** Absolute path of a program that calls `serveThread` → the thread it runs in. */
export function startThread(program: string): Thread {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb } });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let ended: Error | undefined;

  const settle = (number: number): Waiting | undefined => {
    const found = waiting.get(number);
    waiting.delete(number);
    // A thread that has nothing to do keeps no program from ending.
    if (waiting.size === 0) worker.unref();
    return found;
  };
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.unref();
  worker.on('message', (answer: ThreadAnswer) => {
    const asked = settle(answer.number);
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.output);
  });
  worker.once('error', end);
  worker.once('exit', () => end(new Error('the thread has ended')));

  const run = (work: AsideWork, input: object) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended);
        return;
      }
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.ref();
      const request: ThreadRequest = { number: count, work, input };
      worker.postMessage(request);
    });
  return {
    // Whoever names the work knows what comes of it: both stand in `src/thread.ts`.
    run: run as Aside,
    get hasEnded() {
      return ended !== undefined;
    },
    close: () => {
      void worker.terminate();
    },
  };
}
