/** One build: a project is read and checked, its briefs are compiled, and what was made is written. */
import { discreet } from '../compile.ts';
import type { Shelf } from '../model/contents.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { lazy } from '../model/lazy.ts';
import { createMemory } from '../model/memory.ts';
import { watchPrinting } from '../model/printing.ts';
import { createStageTimes } from '../model/stage-times.ts';
import type { Entry } from '../model/stages.ts';
import { judge, type Project, readRecords } from '../read-project.ts';
import { type BriefResult, briefResult } from './brief-result.ts';
import { byTurns } from './by-turns.ts';
import { chooseBriefs } from './choose-briefs.ts';
import { compileOne, isStopped, type Running } from './compile-one.ts';
import { dedupe } from './dedupe.ts';
import { findAbsence } from './find-absence.ts';
import { inParallel } from './in-parallel.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import type { BriefOutcome, BuildSession, LastingOutcome } from './session.ts';
import type { SiteResult } from './site.ts';
import { speaking } from './speaking.ts';
import { startPrinting } from './start-printing.ts';
import { createTimeShares } from './time-shares.ts';
import { writeBuild } from './write-build.ts';

export type { BuildEvents, BuildJob } from './job.ts';

/** What a build came to. */
export interface BuildResult {
  readonly briefs: readonly BriefResult[];
  /** The index and its feeds, where the office has them. */
  readonly site: readonly SiteResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many diagnostics records have silenced. */
  readonly silencedCount: number;
}

/** From so many briefs on, a thread for their PDFs saves more time than its start takes. */
const worthAThread = 4;

/** So many records keep the rules busy for longer than that, while a thread could finish what was printed. */
const manyRecords = 1_000;

/** Few, as little else of what is remembered in a build is asked for again. */
const skeletonsKept = 32;

/** From so many briefs on, their files are put away until they are written. */
const worthAShelf = 24;

/** How many briefs are under way at once: two print, one is composed, others are finished. */
const briefsAtOnce = 5;

/** host, job → what was built and everything there is to say. Throws only our own mistakes. */
export async function build(
  host: Host,
  job: BuildJob,
  events: BuildEvents = {},
  session: BuildSession = {},
): Promise<BuildResult> {
  const shelf = host.openShelf?.();
  try {
    return await runBuild(host, job, events, session, shelf);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { briefs: [], site: [], diagnostics: [hostDiagnostic(error)], silencedCount: 0 };
  } finally {
    await shelf?.close();
  }
}

async function runBuild(
  host: Host,
  job: BuildJob,
  events: BuildEvents,
  session: BuildSession,
  shelf: Shelf | undefined,
): Promise<BuildResult> {
  await startPrinting(host, job);
  const { time, totals } = createStageTimes(host.clock.now);
  const { value: project, diagnostics: read } = await time('load and check', () =>
    readRecords(host, session.memory),
  );
  const chosen = chooseBriefs(project.resolved.records.brief, job.briefs);
  // What is said while building for an audience may be read by it.
  const say = (diagnostics: readonly Diagnostic[]) =>
    job.audience === undefined
      ? diagnostics
      : discreet(diagnostics, project.resolved, project.loaded.files, job.audience);
  const judging = lazy(() =>
    time('rules', () => byTurns(judge(host, project, session.memory), host.clock.now)),
  );
  const silencedCount = async () => project.silenced.length + (await judging()).silenced.length;
  const nothing = async (diagnostics: readonly Diagnostic[]) => ({
    briefs: [],
    site: [],
    diagnostics: say(diagnostics),
    silencedCount: await silencedCount(),
  });
  const absent = await findAbsence(host, project);
  if (absent.length > 0) return nothing(absent);
  if (isStopped(read, job)) return nothing([...read, ...(await judging()).diagnostics]);
  if (chosen.diagnostics.length > 0) return nothing(chosen.diagnostics);
  const spoken = speaking(chosen.value, project, job);
  if (spoken.diagnostics.length > 0) return nothing(spoken.diagnostics);
  const due = await dueBriefs(spoken.value, project, session);
  const kept = (await session.keeper?.find(due, project)) ?? new Map<string, LastingOutcome>();
  const wanted = due.filter(({ id }) => !kept.has(id));
  const shares = createTimeShares(host.clock);
  const { printer, started } = watchPrinting(host.printer);
  // A brief prints the same skeleton in each of its languages.
  const memory = session.memory ?? createMemory(skeletonsKept);
  const aside = isWorthAThread(wanted.length, project) ? host.aside?.() : undefined;
  const running: Running = {
    host: { ...host, printer },
    project,
    job,
    events,
    shares,
    time,
    aside,
    memory,
    shelf: wanted.length < worthAShelf ? undefined : shelf,
  };
  events.onChecked?.(wanted.map(({ id }) => id));
  const compiling = inParallel(wanted, briefsAtOnce, (brief) => compileOne(running, brief));
  // The rules have their say while the browser prints; what they stop is never written.
  await Promise.race([started, compiling]);
  const found = [...read, ...(await judging()).diagnostics];
  const compiled = await compiling;
  if (isStopped(found, job)) return nothing(found);
  if (chosen.value.length === 0) return nothing([...found, diagnose('briefs-missing', {})]);
  const lasting = new Map(session.drawn);
  for (const [id, { drawn }] of kept) lasting.set(id, drawn);
  for (const { id } of wanted) lasting.delete(id);
  const written = await time('write', () =>
    writeBuild(host, { project, compiled, job, lasting }, events),
  );
  events.onTimings?.(totals);
  const made = new Map(
    compiled.map((one): [string, BriefOutcome & Partial<LastingOutcome>] => {
      const { brief, made: done, diagnostics } = one;
      const result = briefResult(one, written.files);
      const drawn = done === undefined ? {} : { drawn: done.drawn };
      return [brief.id, { result, diagnostics, ...drawn }];
    }),
  );
  for (const [id, { drawn }] of made) if (drawn !== undefined) session.drawn?.set(id, drawn);
  const heldBack = written.files.filter(({ fate }) => fate === 'held-back');
  await session.keeper?.keep(made, new Set(heldBack.map(({ artifact }) => artifact.brief)));
  const outcomes = due.flatMap(({ id }) => kept.get(id) ?? made.get(id) ?? []);
  const said = outcomes.flatMap(({ diagnostics }) => diagnostics);
  return {
    briefs: outcomes.map(({ result }) => result),
    site: written.site,
    diagnostics: say(dedupe([...found, ...said, ...written.diagnostics])),
    silencedCount: await silencedCount(),
  };
}

function isWorthAThread(briefCount: number, { resolved: { records } }: Project): boolean {
  const recordCount = Object.values(records).reduce((sum, { size }) => sum + size, 0);
  return briefCount >= worthAThread || (briefCount > 0 && recordCount >= manyRecords);
}

async function dueBriefs(
  chosen: readonly Entry<'brief'>[],
  project: Project,
  { isDue }: BuildSession,
): Promise<readonly Entry<'brief'>[]> {
  if (isDue === undefined) return chosen;
  const due = await Promise.all(chosen.map((brief) => isDue(brief, project)));
  return chosen.filter((_, index) => due[index] === true);
}
