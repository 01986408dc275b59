/** The browser takes longest to start, so it is started before anything else is done. */
import type { Host } from '../model/host.ts';
import type { BuildJob } from './job.ts';

/** Starts the browser unless the job can do without; its failures come up when it is to print. */
export function startPrinting(host: Host, { formats }: BuildJob): void {
  if (formats?.includes('pdf') !== false) host.printer().catch(() => {});
}
