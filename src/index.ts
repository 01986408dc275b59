/**
 * The public interface: what the command does, for programs. Importing it starts nothing and reads
 * nothing. Mistakes in the data and lacks of the machine come back as problems; only a fault of the
 * package itself is thrown.
 *
 *     const { briefs, problems } = await buildBriefs({ root: 'my-project', formats: ['pdf'] });
 */
import { join, resolve } from 'node:path';
import type { Host } from './model/host.ts';
import type { BriefResult } from './run/brief-result.ts';
import type { BuildJob } from './run/job.ts';
import type {
  BuildOptions,
  BuildReport,
  BuiltBrief,
  CheckReport,
  IndexFile,
  IndexOptions,
  IndexReport,
  ListReport,
  ProjectOptions,
  RunDueOptions,
  RunDueReport,
} from './run/report.ts';
import type { Notice } from './run/schedule/notice.ts';
import type { SiteResult } from './run/site.ts';
import { withHost } from './run/with-host.ts';

export type { Format, Paper } from './model/formats.ts';
export type { Marking } from './model/marking.ts';
export type { BuildEvents, BuildJob } from './run/job.ts';
export type {
  BriefRow,
  BuildOptions,
  BuildReport,
  BuiltBrief,
  BuiltFile,
  CheckReport,
  IndexFile,
  IndexOptions,
  IndexReport,
  ListReport,
  Problem,
  ProjectOptions,
  RecordCounts,
  RunDueOptions,
  RunDueReport,
  ScheduledRun,
  Spot,
} from './run/report.ts';
export type { Notice } from './run/schedule/notice.ts';

/** Builds briefs and writes them, as `brief [id…]` does. */
export async function buildBriefs(options: BuildOptions = {}): Promise<BuildReport> {
  const { output = join(options.root ?? '.', 'output') } = options;
  const { build } = await import('./run/build.ts');
  const { value, problems, isClean } = await withHost({ ...options, output }, async (host) => {
    const { diagnostics, ...result } = await build(host, options, options);
    const briefs = await withBytes(host, output, result.briefs);
    return { value: { ...result, briefs, index: placed(output, result.site) }, diagnostics };
  });
  const { briefs = [], index = [], silencedCount = 0 } = value ?? {};
  return { isClean, briefs, index, problems, silencedCount };
}

/** Builds what is due by its schedule, once, and writes it down, as `brief run-due` does. */
export async function runDue(options: RunDueOptions = {}): Promise<RunDueReport> {
  const { output = join(options.root ?? '.', 'output'), since, notify } = options;
  const { retry = false, noticeAudience } = options;
  const { runDue: look } = await import('./run/schedule/run-due.ts');
  const { value, problems } = await withHost({ ...options, output }, async (host) => {
    const { diagnostics, results, ...result } = await look(host, {
      job: jobIn(options),
      events: options,
      sinceMs: since?.getTime(),
      retry,
      noticeAudience,
      // What comes out of the ledger is what was put into it.
      receivers: notify ? [{ name: 'the program', send: (said) => notify(said as Notice) }] : [],
    });
    return { value: { ...result, briefs: await withBytes(host, output, results) }, diagnostics };
  });
  if (value === undefined) return { isClean: false, isBusy: false, runs: [], briefs: [], problems };
  const runs = value.runs.map(({ brief, occurrence, missed, outcome = 'failed', edition }) => {
    const released = edition === undefined ? {} : { edition };
    return { brief, occurrence, missed, outcome, ...released };
  });
  const isUsable = value.status !== undefined || value.isBusy;
  const isClean = isUsable && runs.every(({ outcome }) => outcome !== 'failed');
  return { isClean, isBusy: value.isBusy, runs, briefs: value.briefs, problems };
}

/** Makes the index of what lies in the output folder, and its feeds, as `brief index` does. */
export async function writeIndex(options: IndexOptions = {}): Promise<IndexReport> {
  const { output = join(options.root ?? '.', 'output') } = options;
  const { makeIndex } = await import('./run/site.ts');
  const { value, problems, isClean } = await withHost({ ...options, output }, async (host) => {
    const { files, diagnostics } = await makeIndex(host, options);
    return { value: placed(output, files), diagnostics };
  });
  return { isClean, files: value ?? [], problems };
}

/** Reads a whole project and builds nothing, as `brief check` does. */
export async function checkProject(
  options: ProjectOptions & Pick<BuildJob, 'isStrict'> = {},
): Promise<CheckReport> {
  const { checkProject: check, noRecords } = await import('./run/check.ts');
  const { value, problems, isClean } = await withHost(options, async (host) => {
    const { diagnostics, ...result } = await check(host);
    return { value: result, diagnostics };
  });
  return { isClean, problems, ...(value ?? { silencedCount: 0, counts: noRecords }) };
}

/** The briefs of a project, newest first, as `brief list` shows them. */
export async function listBriefs(options: ProjectOptions = {}): Promise<ListReport> {
  const { listBriefs: list } = await import('./run/list.ts');
  const { value, problems } = await withHost(options, async (host) => {
    const { diagnostics, briefs } = await list(host);
    return { value: briefs, diagnostics };
  });
  return { briefs: value ?? [], problems };
}

/** A job is kept and compared, so nothing else goes into it. */
function jobIn(options: BuildJob): BuildJob {
  const names = ['formats', 'audience', 'lang', 'paper', 'asOf', 'isStrict', 'force'] as const;
  const asked = names.filter((name) => options[name] !== undefined);
  return Object.fromEntries(asked.map((name) => [name, options[name]]));
}

function withBytes(
  host: Host,
  output: string,
  results: readonly BriefResult[],
): Promise<readonly BuiltBrief[]> {
  const briefs = results.map(async ({ files, ...brief }) => ({
    ...brief,
    files: await Promise.all(
      files.map(async ({ name, ...file }) => ({
        ...file,
        path: resolve(output, name),
        bytes: await host.output.read(name),
      })),
    ),
  }));
  return Promise.all(briefs);
}

function placed(output: string, files: readonly SiteResult[]): readonly IndexFile[] {
  return files.map((file) => ({ ...file, path: resolve(output, file.name) }));
}
