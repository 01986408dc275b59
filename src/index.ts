/**
 * The public interface: what the command does, for programs. Importing it starts nothing and reads
 * nothing. Mistakes in the data and lacks of the machine come back as problems; only a fault of the
 * package itself is thrown.
 *
 *     const { briefs, problems } = await buildBriefs({ root: 'my-project', formats: ['pdf'] });
 */
import { join, resolve } from 'node:path';
import type { BuildJob } from './run/job.ts';
import type {
  BuildOptions,
  BuildReport,
  CheckReport,
  ListReport,
  ProjectOptions,
} from './run/report.ts';
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
  ListReport,
  Problem,
  ProjectOptions,
  RecordCounts,
  Spot,
} from './run/report.ts';

/** Builds briefs and writes them, as `brief [id…]` does. */
export async function buildBriefs(options: BuildOptions = {}): Promise<BuildReport> {
  const { output = join(options.root ?? '.', 'output') } = options;
  const { build } = await import('./run/build.ts');
  const { value, problems, isClean } = await withHost({ ...options, output }, async (host) => {
    const { diagnostics, ...result } = await build(host, options, options);
    const briefs = result.briefs.map(async ({ files, ...brief }) => ({
      ...brief,
      files: await Promise.all(
        files.map(async ({ name, ...file }) => ({
          ...file,
          path: resolve(output, name),
          bytes: await host.output.read(name),
        })),
      ),
    }));
    return { value: { ...result, briefs: await Promise.all(briefs) }, diagnostics };
  });
  const briefs = value?.briefs ?? [];
  return { isClean, briefs, problems, silencedCount: value?.silencedCount ?? 0 };
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
