/**
 * What programs that use the package give and get. Nothing of other packages is named here, so that
 * the declarations stand alone.
 */
import type { Format } from '../model/formats.ts';
import type { Marking } from '../model/marking.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import type { Notice } from './schedule/notice.ts';

/** Which project. */
export interface ProjectOptions {
  /** Folder that holds `data/` and perhaps `templates/`. Default: the working folder. */
  readonly root?: string;
  /** Environment variables, such as SOURCE_DATE_EPOCH and BRIEF_BROWSER. Default: the process's. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

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
  /** The index and its feeds, where the office has them. */
  readonly index: readonly IndexFile[];
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

/** `index.html` or a feed. */
export interface IndexFile extends Pick<BuiltFile, 'path' | 'fate'> {
  readonly name: string;
}

/** Of which folder to make the index. */
export interface IndexOptions extends ProjectOptions, Pick<BuildEvents, 'onNotice'> {
  /** Folder of the documents. Default: `output` in the root. */
  readonly output?: string;
  /** Replace files of the same names that were not made by us. */
  readonly force?: boolean;
}

/** What making an index came to. */
export interface IndexReport {
  readonly isClean: boolean;
  readonly files: readonly IndexFile[];
  readonly problems: readonly Problem[];
}

/** How to build what is due; which briefs that are is decided by their schedules. */
export interface RunDueOptions extends Omit<BuildOptions, 'briefs'> {
  /** From when on occurrences count where nothing has been recorded yet. Default: an hour ago. */
  readonly since?: Date;
  /** Try again whatever failed, even if nothing has changed. */
  readonly retry?: boolean;
  /** Is told of each run; where it rejects, it is told again at the next look, five times at most. */
  readonly notify?: (notice: Notice) => Promise<void>;
  /** Who reads the notices: briefs above this label are counted and not named. Default: TLP:CLEAR. */
  readonly noticeAudience?: Marking;
}

/** What a look at the schedules came to. */
export interface RunDueReport {
  /** True where no run failed and the folder could be used. */
  readonly isClean: boolean;
  /** Another look is under way and does what is due. */
  readonly isBusy: boolean;
  /** What ran, in order of the briefs; empty where nothing was due. */
  readonly runs: readonly ScheduledRun[];
  /** Of the briefs that were built anew. */
  readonly briefs: readonly BuiltBrief[];
  /** Of the runs; where nothing was due, of the data. */
  readonly problems: readonly Problem[];
}

/** One brief at one moment that its schedule names. */
export interface ScheduledRun {
  readonly brief: string;
  /** ISO 8601, UTC. */
  readonly occurrence: string;
  /** How many occurrences before it passed while nobody looked. */
  readonly missed: number;
  /** `unchanged`: its documents lie there, made of the same data. */
  readonly outcome: 'built' | 'unchanged' | 'failed';
  /** The edition that was released, where the schedule asks for that. */
  readonly edition?: number;
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

/** Records that could be read. */
export interface RecordCounts {
  readonly files: number;
  readonly briefs: number;
  readonly takeaways: number;
  readonly findings: number;
  readonly sources: number;
}

/** One brief as its data describe it. */
export interface BriefRow {
  readonly id: string;
  /** EDTF date. */
  readonly issued: string;
  readonly template: string;
  readonly status: 'draft' | 'review' | 'final' | 'withdrawn';
  readonly marking: Marking;
  readonly title: string;
  /**
   * Its documents are those of an earlier run, since the scheduled one of this moment (ISO 8601, UTC)
   * failed. Left out where that is not so.
   */
  readonly staleSince?: string;
}

/** One thing to tell the author, at a place that an editor can open. */
export interface Problem extends Partial<Spot> {
  /** As in `reference-missing`. A code is never renamed; new ones are added. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** One lowercase clause that names the offending id. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The field, as in `findings.purge-2019.evidence[0].source`. */
  readonly path?: string;
  /** The brief that was being built, where only one is touched. */
  readonly brief?: string;
  /** Other places that take part, such as the first of two duplicates. */
  readonly related?: readonly (Spot & { readonly message: string })[];
}

/** A stretch of a file. Lines and columns are 1-based, columns count UTF-16 units; the end is exclusive. */
export interface Spot {
  /** Relative to the project's root, with forward slashes. */
  readonly file: string;
  /** Missing, like the others, where the file cannot be read any more. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
