/** One brief of a build: compiled, and reduced to what is written of it. */
import { compileBrief } from '../compile.ts';
import type { Aside } from '../model/aside.ts';
import { environmentCodes } from '../model/codes/environment.ts';
import type { Shelf } from '../model/contents.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Format } from '../model/formats.ts';
import type { Host } from '../model/host.ts';
import type { Memory } from '../model/memory.ts';
import type { TimeStage } from '../model/stage-times.ts';
import type { Entry } from '../model/stages.ts';
import type { Project } from '../read-project.ts';
import type { Compiled } from './brief-result.ts';
import { currentEdition } from './editions/facts.ts';
import { readEditions } from './editions/lock-files.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import { madeBrief } from './made-brief.ts';
import type { TimeShares } from './time-shares.ts';

/** A build under way, as its briefs see it. */
export interface Running {
  readonly host: Host;
  readonly project: Project;
  readonly job: BuildJob;
  readonly events: BuildEvents;
  readonly shares: TimeShares;
  readonly time: TimeStage;
  readonly aside: Aside | undefined;
  readonly memory: Memory;
  /** For finished files; none: they stay in memory. */
  readonly shelf: Shelf | undefined;
}

const defaultFormats: readonly Format[] = ['md', 'html', 'pdf'];

/** build, brief → what came of it. Throws only our own mistakes. */
export async function compileOne(running: Running, brief: Entry<'brief'>): Promise<Compiled> {
  const { host, project, job, events, shares, time, aside, memory, shelf } = running;
  shares.start(brief.id);
  events.onBrief?.(brief.id, 'started');
  const { audience, paper } = job;
  const formats = formatsOf(project, brief, job);
  const { value: editions, diagnostics: broken } = await readEditions(host.project, brief.id);
  if (broken.length > 0) {
    events.onBrief?.(brief.id, 'done');
    const timeMs = shares.end(brief.id);
    return { brief, formats, made: undefined, diagnostics: broken, timeMs };
  }
  const { value: built, diagnostics } = await compileBrief(host, project, brief, {
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
  events.onBrief?.(brief.id, 'done');
  const isTooLoud = job.isStrict === true && isStopped(diagnostics.filter(isOfContent), job);
  const made =
    isTooLoud || built === undefined ? undefined : await madeBrief(built, project, shelf);
  return { brief, formats, made, diagnostics, timeMs: shares.end(brief.id) };
}

/** Whether what was said keeps documents from being made. */
export function isStopped(
  diagnostics: readonly Diagnostic[],
  { isStrict = false }: BuildJob,
): boolean {
  return isStrict
    ? diagnostics.some(({ severity }) => severity !== 'info')
    : hasErrors(diagnostics);
}

/** What the machine lacks for one format leaves the others whole. */
function isOfContent({ code }: Diagnostic): boolean {
  return !Object.hasOwn(environmentCodes, code);
}

function formatsOf(project: Project, brief: Entry<'brief'>, job: BuildJob): readonly Format[] {
  const [publisher] = project.resolved.records.publisher.values();
  return job.formats ?? brief.data.formats ?? publisher?.data.defaults?.formats ?? defaultFormats;
}
