/**
 * A build that would do again what the last one did: when nothing that the last one looked at has
 * changed, and all that it left is there as it left it, its result stands. Neither the compiler nor a
 * browser is started to find that out.
 */
import type { Host } from '../../model/host.ts';
import type { BuildResult } from '../build.ts';
import type { BuildJob } from '../job.ts';
import { readEntry, writeEntry } from './cache-files.ts';
import { jobKey } from './job-key.ts';
import { isAsKnown, type KnownFile, learnFiles } from './known-files.ts';
import { type LeftBehind, lookAt } from './left-behind.ts';
import { changesSince, type Observed } from './observe.ts';

/** The last build, and what it depended on and left. */
interface LastRun {
  readonly observed: Observed;
  readonly outputs: Readonly<Record<string, KnownFile>>;
  readonly outputList: readonly string[];
  readonly result: BuildResult;
}

/** What became of the last run. */
export interface Replay {
  /** Undefined where the build must be done. */
  readonly result: BuildResult | undefined;
  /** Why it must: paths that have changed since; undefined where nothing is known of a last run. */
  readonly changes: readonly string[] | undefined;
}

/** A run that has ended. */
export interface RunToKeep {
  /** Key of its job as it began. */
  readonly key: string;
  /** What it looked at; undefined where that may be otherwise at any moment. */
  readonly observed: Observed | undefined;
  /** What it left in the output folder; undefined where it wrote nothing. */
  readonly left: LeftBehind | undefined;
  readonly result: BuildResult;
}

const kind = 'runs';

/** host, job → the last result of the same job, if it still holds. */
export async function replayLastRun(host: Host, job: BuildJob): Promise<Replay> {
  const key = jobKey(host, job);
  const last = await readEntry<LastRun>(host.project, kind, key);
  if (last === undefined) return { result: undefined, changes: undefined };
  // Before they are compared, so that what is kept of the folder is what was compared.
  const left = await lookAt(host.output, host.clock.now);
  const changes = [
    ...(await changesSince(host.project, last.observed)),
    ...(await outputChanges(host, last, left)),
  ];
  if (changes.length > 0) return { result: undefined, changes };
  if (Object.values(last.outputs).some(({ isYoung }) => isYoung)) {
    const hashes = Object.entries(last.outputs).map(
      ([name, { sha256 }]) => [name, sha256] as const,
    );
    const outputs = await learnFiles(host.output, left, last.outputList, new Map(hashes));
    await writeEntry(host.project, kind, key, { ...last, outputs });
  }
  return { result: unchanged(last.result), changes };
}

/** Said of a folder as it was found; the run has put that in order. */
const toldOnce = 'manifest-unreadable';

/** Keeps a result that may be given again: all briefs whole, and nothing held back. */
export async function keepRun(
  host: Host,
  job: BuildJob,
  { key, observed, left, result }: RunToKeep,
): Promise<void> {
  const { briefs, diagnostics } = result;
  const isWhole =
    briefs.length > 0 &&
    briefs.every(({ status }) => status === 'built' || status === 'withheld') &&
    briefs.every(({ files }) => files.every(({ fate }) => fate !== 'held-back')) &&
    diagnostics.every(({ severity, code }) => severity !== 'error' && code !== toldOnce);
  // A run over midnight has been judged by one day or the other.
  if (observed === undefined || !isWhole || jobKey(host, job) !== key) return;
  const { output, project, clock } = host;
  const folder = left ?? (await lookAt(output, clock.now));
  const outputList = [...folder.stamps.keys()];
  const hashes = briefs.flatMap(({ files }) =>
    files.map(({ name, sha256 }) => [name, sha256] as const),
  );
  const outputs = await learnFiles(output, folder, outputList, new Map(hashes));
  const run: LastRun = { observed, outputs, outputList, result };
  await writeEntry(project, kind, key, run);
}

/** Everything in the folder may matter to what is said of it: a leftover, an orphan, the manifest. */
async function outputChanges(
  { output }: Host,
  last: LastRun,
  { stamps }: LeftBehind,
): Promise<readonly string[]> {
  const list = [...stamps.keys()];
  if (list.join('\0') !== last.outputList.join('\0')) return [`${output.root}/`];
  const changed: string[] = [];
  for (const name of list) {
    const known = last.outputs[name];
    if (known === undefined || !(await isAsKnown(output, name, known, stamps.get(name)))) {
      changed.push(`${output.root}/${name}`);
    }
  }
  return changed;
}

function unchanged(result: BuildResult): BuildResult {
  const briefs = result.briefs.map((brief) => ({
    ...brief,
    timeMs: 0,
    files: brief.files.map((file) => ({ ...file, fate: 'unchanged' as const })),
  }));
  const site = result.site.map((file) => ({ ...file, fate: 'unchanged' as const }));
  return { ...result, briefs, site };
}
