/** One build: a project is read and checked, its briefs are compiled, and what was made is written. */
import {
  compileBrief,
  discreet,
  judge,
  type Project,
  readRecords,
  writeArtifacts,
} from '../compile.ts';
import type { Aside } from '../model/aside.ts';
import { environmentCodes } from '../model/codes/environment.ts';
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import type { Format } from '../model/formats.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { lazy } from '../model/lazy.ts';
import { createMemory, type Memory } from '../model/memory.ts';
import { watchPrinting } from '../model/printing.ts';
import { createStageTimes, type TimeStage } from '../model/stage-times.ts';
import type { Entry } from '../model/stages.ts';
import { allSteps } from '../model/steps.ts';
import { type BriefResult, briefResult, type Compiled } from './brief-result.ts';
import { chooseBriefs } from './choose-briefs.ts';
import { dedupe } from './dedupe.ts';
import { type Drawn, documentFacts, drawnOn, inputsOf } from './document-facts.ts';
import { currentEdition } from './editions/facts.ts';
import { readEditions } from './editions/lock-files.ts';
import { findAbsence } from './find-absence.ts';
import { inParallel } from './in-parallel.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import type { BriefOutcome, BuildSession, LastingOutcome } from './session.ts';
import { type SiteResult, siteMakerOf } from './site.ts';
import { speaking } from './speaking.ts';
import { createTimeShares, type TimeShares } from './time-shares.ts';

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

const defaultFormats: readonly Format[] = ['md', 'html', 'pdf'];

/** How long a second run waits for the first. */
const lockWaitMs = 20_000;

/** From so many briefs on, a thread for their PDFs saves more time than its start takes. */
const worthAThread = 4;

/** Few, as little else of what is remembered in a build is asked for again. */
const skeletonsKept = 32;

/** How many briefs are under way at once: one prints while another is composed. */
const briefsAtOnce = 3;

/** host, job → what was built and everything there is to say. Throws only our own mistakes. */
export async function build(
  host: Host,
  job: BuildJob,
  events: BuildEvents = {},
  session: BuildSession = {},
): Promise<BuildResult> {
  try {
    return await runBuild(host, job, events, session);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { briefs: [], site: [], diagnostics: [hostDiagnostic(error)], silencedCount: 0 };
  }
}

async function runBuild(
  host: Host,
  job: BuildJob,
  events: BuildEvents,
  session: BuildSession,
): Promise<BuildResult> {
  if (job.formats?.includes('pdf') !== false) startBrowser(host);
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
  const judged = lazy(() => allSteps(judge(host, project)));
  const judging = () => time('rules', async () => judged());
  const nothing = (diagnostics: readonly Diagnostic[]) => ({
    briefs: [],
    site: [],
    diagnostics: say(diagnostics),
    silencedCount: project.silenced.length + judged().silenced.length,
  });
  const absent = await findAbsence(host, project);
  if (absent.length > 0) return nothing(absent);
  if (isStopped(read, job)) return nothing([...read, ...judged().diagnostics]);
  if (chosen.diagnostics.length > 0) return nothing(chosen.diagnostics);
  const spoken = speaking(chosen.value, project, job);
  if (spoken.diagnostics.length > 0) return nothing(spoken.diagnostics);
  const due = await dueBriefs(spoken.value, project, session);
  const kept = (await session.keeper?.find(due, project)) ?? new Map<string, LastingOutcome>();
  const wanted = due.filter(({ id }) => !kept.has(id));
  const shares = createTimeShares(host.clock);
  const { printer, started } = watchPrinting(host.printer);
  // Briefs of the same shape print the same skeleton.
  const memory = session.memory ?? createMemory(skeletonsKept);
  const aside = wanted.length < worthAThread ? undefined : host.aside?.();
  const running = { host: { ...host, printer }, project, job, events, shares, time, aside, memory };
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
  const written = await time('write', () => write(host, project, compiled, job, events, lasting));
  events.onTimings?.(totals);
  const made = new Map(
    compiled.map((one): [string, BriefOutcome & Partial<LastingOutcome>] => {
      const { brief, built, diagnostics } = one;
      const result = briefResult(one, written.files);
      const drawn = built === undefined ? {} : { drawn: drawnOn(built) };
      return [brief.id, { result, diagnostics, ...drawn }];
    }),
  );
  for (const [id, { drawn }] of made) if (drawn !== undefined) session.drawn?.set(id, drawn);
  await session.keeper?.keep(made);
  const outcomes = due.flatMap(({ id }) => kept.get(id) ?? made.get(id) ?? []);
  const said = outcomes.flatMap(({ diagnostics }) => diagnostics);
  return {
    briefs: outcomes.map(({ result }) => result),
    site: written.site,
    diagnostics: say(dedupe([...found, ...said, ...written.diagnostics])),
    silencedCount: project.silenced.length + judged().silenced.length,
  };
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

/** What the machine lacks for one format leaves the others whole. */
function isOfContent({ code }: Diagnostic): boolean {
  return !Object.hasOwn(environmentCodes, code);
}

/** The browser takes longest to start, so it starts while the data are read; failures come up later. */
function startBrowser(host: Host): void {
  host.printer().catch(() => {});
}

function isStopped(diagnostics: readonly Diagnostic[], { isStrict = false }: BuildJob): boolean {
  return isStrict
    ? diagnostics.some(({ severity }) => severity !== 'info')
    : hasErrors(diagnostics);
}

function formatsOf(project: Project, brief: Entry<'brief'>, job: BuildJob): readonly Format[] {
  const [publisher] = project.resolved.records.publisher.values();
  return job.formats ?? brief.data.formats ?? publisher?.data.defaults?.formats ?? defaultFormats;
}

interface Running {
  readonly host: Host;
  readonly project: Project;
  readonly job: BuildJob;
  readonly events: BuildEvents;
  readonly shares: TimeShares;
  readonly time: TimeStage;
  readonly aside: Aside | undefined;
  readonly memory: Memory;
}

async function compileOne(running: Running, brief: Entry<'brief'>): Promise<Compiled> {
  const { host, project, job, events, shares, time, aside, memory } = running;
  shares.start(brief.id);
  events.onBrief?.(brief.id, 'started');
  const { audience, paper } = job;
  const formats = formatsOf(project, brief, job);
  const { value: editions, diagnostics: broken } = await readEditions(host.project, brief.id);
  if (broken.length > 0) {
    events.onBrief?.(brief.id, 'done');
    const timeMs = shares.end(brief.id);
    return { brief, formats, built: undefined, diagnostics: broken, timeMs };
  }
  const outcome = await compileBrief(host, project, brief, {
    formats,
    audience,
    paper,
    lang: job.lang,
    asOf: job.asOf,
    time,
    aside,
    memory,
    editionOf: (selected) => currentEdition(selected, project.resolved, editions),
  });
  const { diagnostics } = outcome;
  events.onBrief?.(brief.id, 'done');
  const isTooLoud = job.isStrict === true && isStopped(diagnostics.filter(isOfContent), job);
  const built = isTooLoud ? undefined : outcome.value;
  return { brief, formats, built, diagnostics, timeMs: shares.end(brief.id) };
}

async function write(
  host: Host,
  project: Project,
  compiled: readonly Compiled[],
  job: BuildJob,
  { onWriting, onNotice = () => {} }: BuildEvents,
  lasting: ReadonlyMap<string, Drawn>,
) {
  const made = compiled.flatMap(({ built }) => built ?? []);
  const artifacts = made.flatMap((built) => built.artifacts);
  // The manifest says which briefs there are, so it is looked at also where all of them were kept.
  if (artifacts.length === 0 && lasting.size === 0) return { files: [], site: [], diagnostics: [] };
  onWriting?.();
  const run = {
    tool: host.version,
    briefs: [...project.resolved.records.brief.keys()],
    documents: made.map((built) => documentFacts(built, project)),
    lasting: [...lasting].map(([id, drawn]) => {
      return { id, marking: drawn.marking, inputs: inputsOf(drawn, project) };
    }),
  };
  const options = {
    lock: { waitMs: lockWaitMs, onNotice },
    force: job.force ?? false,
    site: siteMakerOf(host, project),
  };
  try {
    const outcome = await writeArtifacts(artifacts, run, host.output, options);
    const { files, site } = outcome.value;
    const index = site.map(({ name, fate }) => ({ name, fate }));
    return { files, site: index, diagnostics: outcome.diagnostics };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { files: [], site: [], diagnostics: [hostDiagnostic(error)] };
  }
}
