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

const kind = 'runs';

/** host, job → the last result of the same job, if it still holds. */
export async function replayLastRun(host: Host, job: BuildJob): Promise<Replay> {
  const key = jobKey(host, job);
  const last = await readEntry<LastRun>(host.project, kind, key);
  if (last === undefined) return { result: undefined, changes: undefined };
  const changes = [
    ...(await changesSince(host.project, last.observed)),
    ...(await outputChanges(host, last)),
  ];
  if (changes.length > 0) return { result: undefined, changes };
  if (Object.values(last.outputs).some(({ isYoung }) => isYoung)) {
    await writeEntry(host.project, kind, key, { ...last, outputs: await learn(host, last) });
  }
  return { result: unchanged(last.result), changes };
}

/** Keeps a result that may be given again: all briefs whole, and nothing held back. */
export async function keepRun(
  host: Host,
  job: BuildJob,
  observed: Observed | undefined,
  result: BuildResult,
): Promise<void> {
  const { briefs, diagnostics } = result;
  const isWhole =
    briefs.length > 0 &&
    briefs.every(({ status }) => status === 'built' || status === 'withheld') &&
    briefs.every(({ files }) => files.every(({ fate }) => fate !== 'held-back')) &&
    diagnostics.every(({ severity }) => severity !== 'error');
  if (observed === undefined || !isWhole) return;
  const outputList = await host.output.list('');
  const outputs = await learn(host, { outputList, result });
  await writeEntry(host.project, kind, jobKey(host, job), {
    ...{ observed, outputs, outputList, result },
  } satisfies LastRun);
}

/** Everything in the folder may matter to what is said of it: a leftover, an orphan, the manifest. */
async function outputChanges(host: Host, last: LastRun): Promise<readonly string[]> {
  const { output } = host;
  const list = await output.list('');
  const names = Object.keys(last.outputs);
  if (list.join('\0') !== last.outputList.join('\0')) return [`${output.root}/`];
  const stamps = output.stamps(names);
  const changed: string[] = [];
  for (const [index, name] of names.entries()) {
    const known = last.outputs[name];
    if (known === undefined || !(await isAsKnown(output, name, known, stamps[index]))) {
      changed.push(`${output.root}/${name}`);
    }
  }
  return changed;
}

function learn(
  { output, clock }: Host,
  { outputList, result }: Pick<LastRun, 'outputList' | 'result'>,
): Promise<Record<string, KnownFile>> {
  const hashes = result.briefs.flatMap(({ files }) =>
    files.map(({ name, sha256 }) => [name, sha256] as const),
  );
  return learnFiles(output, outputList, clock.now(), new Map(hashes));
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
