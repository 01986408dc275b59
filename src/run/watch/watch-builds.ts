/**
 * Builds briefs, and builds again those whose data, template or pictures have changed, one build after
 * the other. What cannot be built leaves its documents as they were and is tried again at the next
 * change.
 */
import type { FileChange, WatchOptions } from '../../host/files/watch-files.ts';
import type { Host } from '../../model/host.ts';
import { type BuildResult, build } from '../build.ts';
import type { Drawn } from '../document-facts.ts';
import type { BuildEvents, BuildJob } from '../job.ts';
import { briefInputs } from './brief-inputs.ts';
import { openSession, watchedFolders } from './session.ts';

/** One build of a watch. */
export interface Round {
  /** What had changed; nothing for the first build. */
  readonly changes: readonly FileChange[];
  readonly result: BuildResult;
  /** From the moment the change was seen, in milliseconds. */
  readonly timeMs: number;
}

export interface WatchedBuild {
  readonly host: Host;
  readonly job: BuildJob;
  readonly events?: BuildEvents;
  /** Starts to watch the project's folder. */
  readonly watch: (options: WatchOptions) => Promise<{ close(): void }>;
  readonly onRound: (round: Round) => Promise<void> | void;
}

/** Builds everything once and goes on until `stop` settles; ends after the build that is under way. */
export async function watchBuilds(watched: WatchedBuild, stop: Promise<unknown>): Promise<void> {
  const { host, job, events = {}, watch, onRound } = watched;
  const session = openSession(host);
  const built = new Map<string, string>();
  const drawn = new Map<string, Drawn>();
  const round = async (changes: readonly FileChange[]) => {
    const startMs = host.clock.now();
    session.forget(changes);
    const inputs = new Map<string, string>();
    const result = await build(session.host, job, events, {
      memory: session.memory,
      drawn,
      isDue: async (brief, project) => {
        const wanted = { brief, audience: job.audience };
        const hash = await briefInputs(session.host, session.memory, project, wanted);
        inputs.set(brief.id, hash);
        return built.get(brief.id) !== hash;
      },
    });
    for (const { id, status } of result.briefs) {
      const hash = inputs.get(id);
      if (status === 'failed' || hash === undefined) built.delete(id);
      else built.set(id, hash);
    }
    await onRound({ changes, result, timeMs: host.clock.now() - startMs });
  };

  const queue = createQueue(round);
  const watching = await watch({
    folders: watchedFolders,
    files: session.asked,
    onChange: queue.add,
  });
  try {
    queue.add([]);
    await Promise.race([stop, queue.failed]);
  } finally {
    watching.close();
    await queue.settled();
  }
}

/** Changes that come while a round is under way are kept for one round after it. */
function createQueue(round: (changes: readonly FileChange[]) => Promise<void>) {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Whoever waits for the end of the watch hears of it; until then nobody listens.
  failed.catch(() => {});
  let waiting: readonly FileChange[] | undefined;
  let running: Promise<void> | undefined;
  const run = async () => {
    while (waiting !== undefined) {
      const changes = waiting;
      waiting = undefined;
      await round(changes);
    }
    running = undefined;
  };
  return {
    failed,
    settled: () => running?.catch(() => {}),
    add: (changes: readonly FileChange[]) => {
      waiting = [...(waiting ?? []), ...changes];
      if (running !== undefined) return;
      running = run();
      running.catch(reject);
    },
  };
}
