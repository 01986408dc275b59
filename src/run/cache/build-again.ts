/** A build that first looks whether there is anything to do. */
import { type Host, HostError } from '../../model/host.ts';
import type { BuildResult } from '../build.ts';
import type { BuildEvents, BuildJob } from '../job.ts';
import { startPrinting } from '../start-printing.ts';
import { jobKey } from './job-key.ts';
import { keepRun, replayLastRun } from './last-run.ts';
import { watchOutput } from './left-behind.ts';
import { observe } from './observe.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * host, job → its result: that of the last run where nothing has changed since, else a new one. As
 * `build` does, it throws only our own mistakes.
 */
export async function buildAgain(
  host: Host,
  job: BuildJob,
  events: BuildEvents = {},
): Promise<BuildResult> {
  const isForced = job.force === true;
  if (!isForced) {
    // What cannot be read is for the build to tell.
    const last = await replayLastRun(host, job).catch(ifHostFailed);
    if (last?.result !== undefined) return last.result;
  }
  await startPrinting(host, job);
  const key = jobKey(host, job);
  const { files, observed } = observe(host.project, host.clock.now);
  const { output, left } = watchOutput(host.output, host.clock.now);
  const seen = { ...host, project: snapshotOf(files), output };
  // The compiler is imported only now: to find out that nothing has changed takes none of it.
  const [{ build }, { openKeeper }] = await Promise.all([
    import('../build.ts'),
    import('./kept-briefs.ts'),
  ]);
  const explain = events.onReason ?? (() => {});
  const keeper = isForced ? undefined : await openKeeper({ host, seen, left, explain }, job);
  const result = await build(seen, job, events, keeper && { keeper });
  await keepRun(host, job, { key, observed: observed(), left: left(), result }).catch(ifHostFailed);
  return result;
}

/** A cache that cannot be used costs time and nothing else. */
function ifHostFailed(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
}
