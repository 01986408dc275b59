/** Does what is due: releases editions where that is asked for, builds what has changed, and judges. */
import { discreet } from '../../compile.ts';
import { canonicalJson } from '../../model/canonical.ts';
import { environmentCodes } from '../../model/codes/environment.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { sha256 } from '../../model/hash.ts';
import { type Files, HostError } from '../../model/host.ts';
import { hostDiagnostic } from '../../model/host-diagnostic.ts';
import type { Entry } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import type { BriefResult } from '../brief-result.ts';
import { build } from '../build.ts';
import { release } from '../editions/release.ts';
import type { BuildEvents, BuildJob } from '../job.ts';
import { briefInputs } from '../watch/brief-inputs.ts';
import type { Session } from '../watch/session.ts';
import { dataHash } from './data-hash.ts';
import { beginRun, type Due } from './due.ts';
import { type Ledger, type LedgerRun, momentOf } from './ledger.ts';
import { localDay } from './local-time.ts';
import { documentsHash } from './status.ts';

/** What there is to do, and with what. */
export interface Work {
  readonly session: Session;
  readonly project: Project;
  /** Everything there is to say of the data. */
  readonly found: readonly Diagnostic[];
  readonly job: Omit<BuildJob, 'briefs'>;
  readonly events: BuildEvents;
  readonly due: readonly Due[];
  readonly ledger: Ledger;
  readonly startedMs: number;
}

/** What came of it. */
export interface Performed {
  /** In order of what was due; each has ended. */
  readonly runs: readonly LedgerRun[];
  /** What the ledger is to remember of good builds. */
  readonly built: Ledger['built'];
  /** For the terminal: the documents of each brief that was built. */
  readonly results: readonly BriefResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** work → what came of it. Documents of what fails stay as they were. */
export async function performRuns(work: Work): Promise<Performed> {
  const { session, job, due, ledger, events, found } = work;
  const say = sayFor(work);
  if (isStopped(found, job)) {
    const runs = await Promise.all(due.map((one) => endRun(work, one, 'failed', found)));
    return { runs, built: ledger.built, results: [], diagnostics: say(found) };
  }
  const releases = await releaseDue(work);
  const inputs = await changedInputs(work);
  // Where nothing has changed, not even a browser is started.
  const built =
    inputs.size === 0
      ? { briefs: [], diagnostics: say(found) }
      : await build(session.host, { ...job, briefs: [...inputs.keys()] }, events, session);
  const runs: LedgerRun[] = [];
  const good: Record<string, Ledger['built'][string]> = {};
  for (const one of due) {
    const result = built.briefs.find(({ id }) => id === one.brief);
    const hash = inputs.get(one.brief);
    const said = [...releases.diagnostics, ...built.diagnostics].filter(
      ({ brief }) => brief === one.brief,
    );
    const outcome = outcomeOf(hash !== undefined, result, said);
    const run = await endRun(work, one, outcome, said);
    const edition = releases.editions.get(one.brief);
    runs.push(edition === undefined ? run : { ...run, edition });
    if (outcome === 'failed' || result === undefined || hash === undefined) continue;
    const files = result.files.map(({ name, sha256: sum }) => [name, sum] as const);
    good[one.brief] = { inputs: hash, files: Object.fromEntries(files) };
  }
  const diagnostics = [...say(releases.diagnostics), ...built.diagnostics];
  return { runs, built: { ...ledger.built, ...good }, results: built.briefs, diagnostics };
}

/** What is said while building for an audience may be read by it. */
function sayFor({ project, job: { audience } }: Work) {
  const { resolved, loaded } = project;
  return (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    audience === undefined ? diagnostics : discreet(diagnostics, resolved, loaded.files, audience);
}

/** Mistakes in the data keep everything from being built, as in any build. */
function isStopped(found: readonly Diagnostic[], { isStrict = false }: Work['job']): boolean {
  return found.some(({ severity }) => severity === 'error' || (isStrict && severity === 'warning'));
}

/** Brief → hash of its inputs, of those whose documents are not there as they should be. */
async function changedInputs(work: Work): Promise<ReadonlyMap<string, string>> {
  const { session, project, due, ledger } = work;
  const changed = new Map<string, string>();
  for (const { brief: id } of due) {
    const brief = project.resolved.records.brief.get(id);
    if (brief === undefined) continue;
    const hash = await inputsOf(work, brief, project);
    const before = ledger.built[id];
    const isThere = before?.inputs === hash && (await areThere(session.host.output, before.files));
    if (!isThere) changed.set(id, hash);
  }
  return changed;
}

async function endRun(
  work: Work,
  due: Due,
  outcome: 'built' | 'unchanged' | 'failed',
  said: readonly Diagnostic[],
): Promise<LedgerRun> {
  return {
    ...beginRun(due, work.startedMs),
    ended: momentOf(work.session.host.clock.now()),
    outcome,
    ...(outcome === 'failed' ? await failureOf(work, due, said) : {}),
    warnings: said.filter(({ severity }) => severity === 'warning').length,
  };
}

function outcomeOf(
  isChanged: boolean,
  result: BriefResult | undefined,
  said: readonly Diagnostic[],
): 'built' | 'unchanged' | 'failed' {
  if (said.some(({ severity }) => severity === 'error')) return 'failed';
  if (!isChanged) return 'unchanged';
  if (result?.status !== 'built') return 'failed';
  return result.files.every(({ fate }) => fate === 'unchanged') ? 'unchanged' : 'built';
}

async function failureOf({ session }: Work, { brief }: Due, said: readonly Diagnostic[]) {
  const errors = said.filter(({ severity }) => severity === 'error');
  const isOfMachine = errors.every(({ code }) => Object.hasOwn(environmentCodes, code));
  return {
    data: await dataHash(session.host.project),
    isOfMachine: errors.length > 0 && isOfMachine,
    errors: errors.length,
    documents: await documentsHash(session.host.output, brief),
  };
}

/** Before the build, so that the documents carry the number of their edition. */
async function releaseDue({ session, project, job, due, startedMs }: Work) {
  const { host } = session;
  const editions = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const { brief: id, schedule } of due) {
    const brief = project.resolved.records.brief.get(id);
    if (!schedule.release || brief === undefined) continue;
    // Where the office releases whatever is final, drafts are built and waited for.
    if (schedule.from === 'publisher' && brief.data.status !== 'final') continue;
    try {
      const day = localDay(startedMs, schedule.zone);
      const outcome = await release(host, id, { audience: job.audience, day });
      if (outcome.value !== undefined) editions.set(id, outcome.value.edition.edition);
      const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
      diagnostics.push(...errors.map((one) => ({ ...one, brief: id })));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      diagnostics.push(hostDiagnostic(error, { brief: id }));
    }
  }
  return { editions, diagnostics };
}

/** A hash of everything that the documents are made from, and of how they are made. */
async function inputsOf({ session, job }: Work, brief: Entry<'brief'>, project: Project) {
  const { host, memory } = session;
  const data = await briefInputs(host, memory, project, { brief, audience: job.audience });
  return sha256(canonicalJson({ data, tool: host.version, job: { ...job } }));
}

/** True where every document lies there as it was left. */
async function areThere(output: Files, files: Readonly<Record<string, string>>): Promise<boolean> {
  for (const [name, hash] of Object.entries(files)) {
    try {
      if (sha256(await output.read(name)) !== hash) return false;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return false;
    }
  }
  return Object.keys(files).length > 0;
}
