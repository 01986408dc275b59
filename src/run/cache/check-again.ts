/**
 * A check that first looks whether it would say again what the last one did: where nothing that the last
 * one looked at has changed, its result stands, and neither the parser nor the schema is loaded. What a
 * result looks like in print is worked out anew each time.
 */
import { canonicalJson } from '../../model/canonical.ts';
import { sha256 } from '../../model/hash.ts';
import { type Host, HostError } from '../../model/host.ts';
import type { CheckResult } from '../check.ts';
import { readEntry, writeEntry } from './cache-files.ts';
import { occasionOf } from './job-key.ts';
import { changesSince, type Observed, observe, restamped } from './observe.ts';

/** The last check, and what it depended on. */
interface LastCheck {
  readonly observed: Observed;
  readonly result: CheckResult;
}

const kind = 'checks';

/** So many problems are kept at most: whoever has more reads the first of them. */
const keptProblems = 5_000;

/** host → every problem in the project's data, as `checkProject` gives it. Throws only our own mistakes. */
export async function checkAgain(host: Host): Promise<CheckResult> {
  const key = keyOf(host);
  // What cannot be read is for the check to tell.
  const last = await replay(host, key).catch(ifHostFailed);
  if (last !== undefined) return last;
  const { files: project, observed } = observe(host.project, host.clock.now);
  const { checkProject } = await import('../check.ts');
  const result = await checkProject({ ...host, project });
  // A check over midnight has judged by one day or the other.
  if (keyOf(host) === key) await keep(host, key, observed(), result).catch(ifHostFailed);
  return result;
}

function keyOf(host: Host): string {
  return sha256(canonicalJson(occasionOf(host)));
}

async function replay(host: Host, key: string): Promise<CheckResult | undefined> {
  const { project, clock } = host;
  const last = await readEntry<LastCheck>(project, kind, key);
  if (last === undefined) return undefined;
  const observed = restamped(project, last.observed, clock.now());
  if ((await changesSince(project, last.observed)).length > 0) return undefined;
  if (observed !== last.observed) await writeEntry(project, kind, key, { ...last, observed });
  return last.result;
}

async function keep(
  { project }: Host,
  key: string,
  observed: Observed | undefined,
  result: CheckResult,
): Promise<void> {
  // Where there is no data, what is said names the folder of this machine.
  const isPortable = result.counts.files > 0;
  if (observed === undefined || !isPortable || result.diagnostics.length > keptProblems) return;
  await writeEntry(project, kind, key, { observed, result } satisfies LastCheck);
}

/** A cache that cannot be used costs time and nothing else. */
function ifHostFailed(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
}
