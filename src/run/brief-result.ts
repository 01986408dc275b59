/** How one brief came out of a build. */
import type { WrittenFile } from '../compile.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Format } from '../model/document.ts';
import type { Entry } from '../model/stages.ts';
import type { MadeBrief } from './made-brief.ts';

export interface BriefResult {
  readonly id: string;
  readonly title: string;
  /**
   * - `built`: in every format that was asked for.
   * - `partial`: the machine could not make some of the formats.
   * - `failed`: nothing was written; the diagnostics say why.
   * - `withheld`: it is not for this audience.
   */
  readonly status: 'built' | 'partial' | 'failed' | 'withheld';
  readonly files: readonly ResultFile[];
  /** Formats that were asked for and are not among the files. */
  readonly missing: readonly Format[];
  /** Of the format that has pages, where one was made. */
  readonly pages?: number;
  readonly words?: number;
  readonly readMinutes?: number;
  /** Its share of the time that building took; the shares of all briefs add up to that. */
  readonly timeMs: number;
}

/** One document that was asked for, where it now lies. */
export interface ResultFile extends Pick<WrittenFile, 'name' | 'fate' | 'sha256'> {
  readonly format: Format;
  readonly mediaType: string;
  readonly pages?: number;
}

/** A brief after the stages, before it is written. */
export interface Compiled {
  readonly brief: Entry<'brief'>;
  /** Asked for. */
  readonly formats: readonly Format[];
  /** Undefined where nothing of it may be written. */
  readonly made: MadeBrief | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly timeMs: number;
}

/** A compiled brief and everything that was written → what to tell of it. */
export function briefResult(compiled: Compiled, written: readonly WrittenFile[]): BriefResult {
  const { brief, formats, made, diagnostics, timeMs } = compiled;
  const base = { id: brief.id, title: brief.data.title, timeMs };
  if (made === undefined) {
    const isWithheld = diagnostics.some(({ code }) => code === 'brief-withheld');
    return { ...base, status: isWithheld ? 'withheld' : 'failed', files: [], missing: formats };
  }
  // Pictures beside a Markdown file come and go with it.
  const files = written
    .filter(({ artifact }) => artifact.brief === brief.id && artifact.partOf === undefined)
    .map(resultFile);
  const present = new Set(files.map(({ format }) => format));
  const missing = formats.filter((format) => !present.has(format));
  const pages = files.find((file) => file.pages !== undefined)?.pages;
  const { words, readMinutes } = made.facts;
  return {
    ...base,
    status: files.length === 0 ? 'failed' : missing.length > 0 ? 'partial' : 'built',
    files,
    missing,
    words,
    readMinutes,
    ...(pages === undefined ? {} : { pages }),
  };
}

function resultFile({ artifact, name, fate, sha256 }: WrittenFile): ResultFile {
  const { format, mediaType, pages } = artifact;
  return { name, fate, sha256, format, mediaType, ...(pages === undefined ? {} : { pages }) };
}
