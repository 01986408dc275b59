/**
 * How long each of several jobs took, when they were under way at the same time. Every moment counts
 * once: it is divided evenly among the jobs that were open, so that the shares add up to the time that
 * passed. What a job's own clock would show, waiting for the others included, adds up to more.
 */
import type { Clock } from '../model/host.ts';

export interface TimeShares {
  /** Opens a job. */
  start(id: string): void;
  /** Closes it; gives its share in milliseconds. */
  end(id: string): number;
}

/** clock → an account in which no job is open yet. */
export function createTimeShares(clock: Clock): TimeShares {
  const open = new Map<string, number>();
  let countedToMs = clock.now();
  const count = () => {
    const nowMs = clock.now();
    const eachMs = Math.max(0, nowMs - countedToMs) / open.size;
    for (const [id, shareMs] of open) open.set(id, shareMs + eachMs);
    countedToMs = nowMs;
  };
  return {
    start: (id) => {
      count();
      open.set(id, 0);
    },
    end: (id) => {
      count();
      const shareMs = open.get(id) ?? 0;
      open.delete(id);
      return shareMs;
    },
  };
}
