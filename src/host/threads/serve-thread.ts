/** The inner side of a thread: takes work from whoever started it, and answers. */
import { parentPort } from 'node:worker_threads';
import type { AsideWork } from '../../model/aside.ts';
import type { ThreadAnswer, ThreadRequest } from './start-thread.ts';

/** Plain data → plain data. */
type Work = (input: never) => Promise<unknown>;

/** Table of work → the thread, from here on. Throws outside of a thread. */
export function serveThread(works: Readonly<Record<AsideWork, Work>>): void {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  const answer = async ({ number, work, input }: ThreadRequest): Promise<ThreadAnswer> => {
    try {
      // The one who asks gives what the work of that name takes.
      return { number, output: await works[work](input as never) };
    } catch (error) {
      return { number, error };
    }
  };
  port.on('message', (request: ThreadRequest) => {
    void answer(request).then((message) => port.postMessage(message));
  });
}
