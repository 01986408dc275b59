/** Waiting, for programs that stay. */
import { setTimeout as wait } from 'node:timers/promises';

/** Waits so long, or until the signal; never rejects. */
export async function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  await wait(timeMs, undefined, { signal }).catch(() => {});
}
