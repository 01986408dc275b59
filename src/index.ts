/**
 * The public interface: what the command does, for programs. Importing it starts nothing and reads
 * nothing. Mistakes in the data and lacks of the machine come back as problems; only a fault of the
 * package itself is thrown.
 *
 *     const { briefs, problems } = await buildBriefs({ root: 'my-project', formats: ['pdf'] });
 */
import { join, resolve } from 'node:path';
import type { Format } from './model/formats.ts';
import type { RecordCounts } from './run/check.ts';
import type { BuildEvents, BuildJob } from './run/job.ts';
import type { BriefRow } from './run/list.ts';
import type { Problem } from './run/place-diagnostics.ts';
import { type ProjectOptions, withHost } from './run/with-host.ts';

export type { Code } from './model/codes.ts';
export type { Severity } from './model/diagnostic.ts';
export type { Format, Paper } from './model/formats.ts';
export type { Marking } from './model/marking.ts';
export type { RecordCounts } from './run/check.ts';
export type { BuildEvents, BuildJob } from './run/job.ts';
export type { BriefRow } from './run/list.ts';
export type { Problem, Spot } from './run/place-diagnostics.ts';
export type { ProjectOptions } from './run/with-host.ts';

/** What to build, where to put it, whom to tell. */
export interface BuildOptions extends ProjectOptions, BuildJob, BuildEvents {
  /** Folder of the documents. Default: `output` in the root. */
  readonly output?: string;
}

/** What a build came to. */
export interface BuildReport {
  /** True where nothing is wrong: no error, and with `isStrict` no warning either. */
  readonly isClean: boolean;
  readonly briefs: readonly BuiltBrief[];
  readonly problems: readonly Problem[];
  /** How many problems the data have silenced. */
  readonly silencedCount: number;
}

/** How one brief came out. */
export interface BuiltBrief {
  readonly id: string;
  readonly title: string;
  /**
   * `built` in every format asked for; `partial` where some are missing; `failed` where nothing was
   * written; `withheld` where the audience may not have it. The problems say why.
   */
  readonly status: 'built' | 'partial' | 'failed' | 'withheld';
  readonly files: readonly BuiltFile[];
  /** Formats that were asked for and are not among the files. */
  readonly missing: readonly Format[];
  readonly pages?: number;
  readonly words?: number;
  readonly readMinutes?: number;
  /** Its share of the time that building took. */
  readonly timeMs: number;
}

/** One document. */
export interface BuiltFile {
  readonly format: Format;
  /** Absolute path of where it now lies. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /**
   * `written`; `unchanged` where the same bytes were there; `held-back` where a file changed by hand
   * was in the way, and the document lies beside it.
   */
  readonly fate: 'written' | 'unchanged' | 'held-back';
  readonly pages?: number;
}

/** What a check came to. */
export interface CheckReport {
  readonly isClean: boolean;
  readonly problems: readonly Problem[];
  readonly silencedCount: number;
  readonly counts: RecordCounts;
}

/** What a listing came to. */
export interface ListReport {
  readonly briefs: readonly BriefRow[];
  readonly problems: readonly Problem[];
}

/** Builds briefs and writes them, as `brief [id…]` does. */
export async function buildBriefs(options: BuildOptions = {}): Promise<BuildReport> {
  const { output = join(options.root ?? '.', 'output') } = options;
  const { build } = await import('./run/build.ts');
  const { value, problems, isClean } = await withHost({ ...options, output }, async (host) => {
    const { diagnostics, ...result } = await build(host, options, options);
    return { value: result, diagnostics };
  });
  const briefs = (value?.briefs ?? []).map(({ files, ...brief }) => ({
    ...brief,
    files: files.map(({ artifact, name, fate, sha256 }) => ({
      format: artifact.format,
      path: resolve(output, name),
      mediaType: artifact.mediaType,
      bytes: artifact.bytes,
      sha256,
      fate,
      ...(artifact.pages === undefined ? {} : { pages: artifact.pages }),
    })),
  }));
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
