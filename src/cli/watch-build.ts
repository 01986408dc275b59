/** `brief --watch`: the first build is reported like any other, each later one in two lines. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Host } from '../model/host.ts';
import type { BuildResult } from '../run/build.ts';
import type { BuildJob } from '../run/job.ts';
import type { Round } from '../run/watch/watch-builds.ts';
import { exitStatus, statusOf } from './exit-status.ts';
import { untilInterrupted } from './interrupt.ts';
import { countOf, reportDiagnostics } from './print/report.ts';
import { roundLines } from './print/round.ts';
import type { Terminal } from './terminal.ts';

export interface WatchedBuildOptions {
  readonly host: Host;
  readonly job: BuildJob;
  readonly isQuiet: boolean;
  /** Prints what the first build came to. */
  readonly report: (result: BuildResult) => Promise<void>;
}

/** Builds and watches until a signal comes → exit status; a call that is wrong ends at once. */
export async function watchBuild(
  { host, job, isQuiet, report }: WatchedBuildOptions,
  terminal: Terminal,
): Promise<number> {
  const [{ watchFiles }, { watchBuilds }] = await Promise.all([
    import('../host/files/watch-files.ts'),
    import('../run/watch/watch-builds.ts'),
  ]);
  const { promise: wrongCall, resolve: giveUp } = Promise.withResolvers<number>();
  const interrupted = untilInterrupted();
  let before: readonly Diagnostic[] | undefined;
  const onRound = async (round: Round) => {
    const { result } = round;
    if (before === undefined) {
      await report(result);
      const status = statusOf(result.diagnostics, job);
      if (status === exitStatus.usage) return giveUp(status);
      if (!isQuiet) terminal.error('watching data/ and templates/; Ctrl-C ends it');
    } else {
      await reportRound(round, before, { host, job, isQuiet }, terminal);
    }
    before = result.diagnostics;
  };
  const stop = Promise.race([wrongCall, interrupted.promise.then(() => exitStatus.clean)]);
  try {
    const watch = (options: Parameters<typeof watchFiles>[1]) =>
      watchFiles(host.project.root, options);
    await watchBuilds({ host, job, watch, onRound }, stop);
    return await stop;
  } finally {
    interrupted.release();
  }
}

/** Errors are shown at every round, anything else once: when it is new. */
async function reportRound(
  round: Round,
  before: readonly Diagnostic[],
  { host, job, isQuiet }: Pick<WatchedBuildOptions, 'host' | 'job' | 'isQuiet'>,
  terminal: Terminal,
): Promise<void> {
  const { diagnostics, briefs } = round.result;
  const known = new Set(before.map(keyOf));
  const shown = diagnostics.filter(
    (one) => one.severity === 'error' || (!isQuiet && isWarning(one) && !known.has(keyOf(one))),
  );
  await reportDiagnostics(shown, host, terminal);
  if (isQuiet) return;
  const isStopped = briefs.length === 0 && statusOf(diagnostics, job) !== exitStatus.clean;
  const time = new Date(host.clock.now()).toLocaleTimeString('en-GB');
  const problems = countOf(diagnostics);
  for (const line of roundLines(round, { isStopped, problems, time }, terminal.printColour)) {
    terminal.print(line);
  }
}

function isWarning({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}

function keyOf({ code, message, path }: Diagnostic): string {
  return `${code} ${path} ${message}`;
}
