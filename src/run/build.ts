/** One build: a project is read and checked, its briefs are compiled, and what was made is written. */
import {
  type Built,
  compileBrief,
  type DocumentFacts,
  type Project,
  readProject,
  type WrittenFile,
  writeArtifacts,
} from '../compile.ts';
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import type { Artifact, Format, Paper } from '../model/document.ts';
import { sha256 } from '../model/hash.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import type { Entry } from '../model/stages.ts';

/** What to build; plain JSON, so that a job can be kept and handed on. */
export interface BuildJob {
  /** Ids of briefs; none means all. */
  readonly briefs?: readonly string[];
  /** Default: those of the brief, else of the publisher, else Markdown, HTML and PDF. */
  readonly formats?: readonly Format[];
  readonly audience?: Marking;
  readonly paper?: Paper;
  /** Warnings stop the build as errors do. */
  readonly isStrict?: boolean;
  /** Overwrite outputs that were edited by hand. */
  readonly force?: boolean;
}

/** How one brief came out. */
export interface BriefResult {
  readonly id: string;
  readonly title: string;
  readonly status: 'built' | 'failed' | 'withheld';
  readonly files: readonly WrittenFile[];
  readonly pages?: number;
  readonly words?: number;
  readonly readMinutes?: number;
  readonly elapsedMs: number;
}

export interface BuildResult {
  readonly briefs: readonly BriefResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many diagnostics records have silenced. */
  readonly silencedCount: number;
}

/** What happens on the way, for a progress display. */
export interface BuildEvents {
  readonly onChecked?: (briefs: readonly string[]) => void;
  readonly onBrief?: (id: string, stage: 'started' | 'compiled' | 'failed') => void;
  readonly onNotice?: (message: string) => void;
}

const defaultFormats: readonly Format[] = ['md', 'html', 'pdf'];

/** How long a second run waits for the first. */
const lockWaitMs = 20_000;

/** How many briefs are under way at once: one prints while another is composed. */
const concurrency = 3;

/** host, job → what was built and everything there is to say. Throws only our own mistakes. */
export async function build(
  host: Host,
  job: BuildJob,
  events: BuildEvents = {},
): Promise<BuildResult> {
  try {
    return await runBuild(host, job, events);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { briefs: [], diagnostics: [hostDiagnostic(error)], silencedCount: 0 };
  }
}

async function runBuild(host: Host, job: BuildJob, events: BuildEvents): Promise<BuildResult> {
  const read = await readProject(host);
  const project = read.value;
  const silencedCount = project.silenced.length;
  const chosen = chooseBriefs(project, job.briefs);
  const diagnostics = [...read.diagnostics, ...chosen.diagnostics];
  const stops = hasErrors(diagnostics) || (job.isStrict === true && diagnostics.length > 0);
  if (stops) return { briefs: [], diagnostics, silencedCount };
  events.onChecked?.(chosen.briefs.map(({ id }) => id));
  if (chosen.briefs.some((brief) => formatsOf(project, brief, job).includes('pdf'))) {
    // The browser takes longest to start, so it starts while the first brief is still composed.
    host.printer().catch(() => {});
  }
  const compiled = await inParallel(chosen.briefs, concurrency, (brief) =>
    compileOne(host, project, brief, job, events),
  );
  const said = compiled.flatMap((one) => one.diagnostics);
  const isTooLoud = job.isStrict === true && said.some(({ severity }) => severity !== 'info');
  const made = isTooLoud ? [] : compiled.flatMap(({ built }) => built ?? []);
  const written = await write(host, project, made, job, events);
  return {
    briefs: compiled.map((one) => resultOf(one, isTooLoud, written.files)),
    diagnostics: dedupe([...diagnostics, ...said, ...written.diagnostics]),
    silencedCount,
  };
}

function chooseBriefs(project: Project, wanted: readonly string[] | undefined) {
  const all = project.resolved.records.brief;
  const diagnostics: Diagnostic[] = [];
  if (wanted === undefined || wanted.length === 0)
    return { briefs: [...all.values()], diagnostics };
  const briefs = wanted.flatMap((id) => {
    const brief = all.get(id);
    if (brief !== undefined) return [brief];
    const hint = suggest(id, [...all.keys()]);
    diagnostics.push(diagnose('brief-missing', { id }, hint === undefined ? {} : { hint }));
    return [];
  });
  return { briefs, diagnostics };
}

function formatsOf(project: Project, brief: Entry<'brief'>, job: BuildJob): readonly Format[] {
  const [publisher] = project.resolved.records.publisher.values();
  return job.formats ?? brief.data.formats ?? publisher?.data.defaults?.formats ?? defaultFormats;
}

interface Compiled {
  readonly brief: Entry<'brief'>;
  readonly built: Built | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly elapsedMs: number;
}

async function compileOne(
  host: Host,
  project: Project,
  brief: Entry<'brief'>,
  job: BuildJob,
  events: BuildEvents,
): Promise<Compiled> {
  const startedMs = host.clock.now();
  events.onBrief?.(brief.id, 'started');
  const { audience, paper } = job;
  const formats = formatsOf(project, brief, job);
  const outcome = await compileBrief(host, project, brief, { formats, audience, paper });
  events.onBrief?.(brief.id, outcome.value === undefined ? 'failed' : 'compiled');
  const elapsedMs = host.clock.now() - startedMs;
  return { brief, built: outcome.value, diagnostics: outcome.diagnostics, elapsedMs };
}

async function write(
  host: Host,
  project: Project,
  made: readonly Built[],
  job: BuildJob,
  { onNotice = () => {} }: BuildEvents,
) {
  const artifacts: Artifact[] = made.flatMap((built) => built.artifacts);
  if (artifacts.length === 0) return { files: [], diagnostics: [] };
  const run = {
    tool: host.version,
    briefs: [...project.resolved.records.brief.keys()],
    documents: made.map((built) => factsOf(built, project)),
  };
  const options = { lock: { waitMs: lockWaitMs, onNotice }, force: job.force ?? false };
  const outcome = await writeArtifacts(artifacts, run, host.output, options);
  return { files: outcome.value.files, diagnostics: outcome.diagnostics };
}

function factsOf({ document, selected }: Built, project: Project): DocumentFacts {
  const { meta, look } = document;
  const visible = new Set(
    Object.values(selected.records).flatMap((byId: ReadonlyMap<string, Entry>) =>
      [...byId.values()].map(({ file }) => file.path),
    ),
  );
  const files = project.loaded.files.filter(({ path }) => visible.has(path));
  const fonts = look.fonts.map(({ bytes }) => sha256(bytes)).join();
  const template = [look.page.text, look.screenCss, look.printCss].join('\0');
  return {
    id: meta.id,
    title: meta.title,
    marking: meta.marking,
    words: meta.words,
    readMinutes: meta.readMinutes,
    inputs: new Map(files.map(({ path, text }) => [path, sha256(text)])),
    resources: new Map([
      ['fonts', sha256(fonts)],
      ['template', sha256(template)],
    ]),
  };
}

function resultOf(
  { brief, built, diagnostics, elapsedMs }: Compiled,
  isTooLoud: boolean,
  files: readonly WrittenFile[],
): BriefResult {
  const base = { id: brief.id, title: brief.data.title, elapsedMs };
  if (built === undefined || isTooLoud) {
    const isWithheld = diagnostics.some(({ code }) => code === 'brief-withheld');
    return { ...base, status: isWithheld ? 'withheld' : 'failed', files: [] };
  }
  const pages = built.artifacts.find((artifact) => artifact.pages !== undefined)?.pages;
  return {
    ...base,
    status: hasErrors(diagnostics) ? 'failed' : 'built',
    files: files.filter(({ artifact }) => artifact.brief === brief.id),
    words: built.document.meta.words,
    readMinutes: built.document.meta.readMinutes,
    ...(pages === undefined ? {} : { pages }),
  };
}

/** Runs some jobs at once and keeps the order of their results. */
async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** What several briefs say of the same place is said once. */
function dedupe(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = `${code} ${span?.file} ${span?.start} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
