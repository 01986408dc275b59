/** The browser takes longest to start, so it is started before anything else is done. */
import { setImmediate } from 'node:timers/promises';
import type { Host } from '../model/host.ts';
import type { BuildJob } from './job.ts';

/**
 * Starts the browser unless the job can do without; its failures come up when it is to print. Resolves
 * when the browser has had its chance to be spawned: modules that are imported at once after this would
 * be read before it.
 */
export async function startPrinting(host: Host, { formats }: BuildJob): Promise<void> {
  if (formats?.includes('pdf') === false) return;
  host.printer().catch(() => {});
  await setImmediate();
}
