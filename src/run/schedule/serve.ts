/**
 * Stays and looks at the schedules whenever something may be due: at the next occurrence, after a
 * change of the data, and now and then besides. What is due is decided by the ledger, so it does not
 * matter how often or how late a look is taken: a machine that slept, or whose clock was changed, makes
 * up for it once.
 */
import type { Host } from '../../model/host.ts';
import { type RunDueOptions, type RunDueResult, runDue } from './run-due.ts';

/** What staying takes. */
export interface Serving {
  readonly host: Host;
  readonly options: RunDueOptions;
  /** Calls back when data or templates have changed. */
  readonly watch: (onChange: () => void) => Promise<{ close(): void }>;
  /** Waits, or until the signal. */
  readonly pause: (timeMs: number, signal: AbortSignal) => Promise<void>;
  readonly onLook: (result: RunDueResult) => Promise<void> | void;
}

/** The clock is compared this often, as timers stand still while a machine sleeps. */
const tickMs = 20_000;

/** A look is taken at least this often, so that the status shows that somebody is there. */
const beatMs = 5 * 60_000;

/** Looks until `stop` settles; ends after the run that is under way. */
export async function serveSchedules(serving: Serving, stop: Promise<unknown>): Promise<void> {
  const { host, options, watch, pause, onLook } = serving;
  let isStopped = false;
  let isChanged = false;
  let wake = new AbortController();
  const watching = await watch(() => {
    isChanged = true;
    wake.abort();
  });
  void stop.then(() => {
    isStopped = true;
    wake.abort();
  });
  try {
    while (!isStopped) {
      isChanged = false;
      const lookedMs = host.clock.now();
      const result = await runDue(host, options);
      await onLook(result);
      const dueMs = Math.min(nextOf(result), lookedMs + beatMs);
      // A clock that was set back is a reason to look, too.
      const isQuiet = () => {
        const nowMs = host.clock.now();
        return !isStopped && !isChanged && nowMs < dueMs && nowMs >= lookedMs;
      };
      while (isQuiet()) {
        wake = new AbortController();
        await pause(Math.min(tickMs, Math.max(1, dueMs - host.clock.now())), wake.signal);
      }
    }
  } finally {
    watching.close();
  }
}

/** The next occurrence of all, in milliseconds; none while another process is at it. */
function nextOf({ status }: RunDueResult): number {
  const next = (status?.briefs ?? []).flatMap(({ next }) => (next === undefined ? [] : [next]));
  return Math.min(Number.POSITIVE_INFINITY, ...next.map(Date.parse));
}
