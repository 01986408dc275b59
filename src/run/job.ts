/**
 * What a build is asked for, and what it tells on the way. Part of the public declarations, so nothing
 * but plain words and numbers is named here.
 */
import type { Format, Paper } from '../model/formats.ts';
import type { Marking } from '../model/marking.ts';

/** What to build; plain JSON, so that a job can be kept and handed on. */
export interface BuildJob {
  /** Ids of briefs; none means all. */
  readonly briefs?: readonly string[];
  /** Default: those of the brief, else of the publisher, else Markdown, HTML and PDF. */
  readonly formats?: readonly Format[];
  /** Whom to build for: what they may not see is left out. Default: the brief's own marking. */
  readonly audience?: Marking;
  /** Build this language of each brief alone. Default: all that the brief has. */
  readonly lang?: string;
  /** Default: the publisher's, else A4. */
  readonly paper?: Paper;
  /** The day to judge staleness by, `YYYY-MM-DD`. Default: each brief's own date. */
  readonly asOf?: string;
  /** A warning keeps what it touches from being written, as an error does. */
  readonly isStrict?: boolean;
  /** Replace documents that were changed by hand. */
  readonly force?: boolean;
}

/** What happens on the way, for a progress display. */
export interface BuildEvents {
  /** The data are read and sound; these briefs come next. */
  readonly onChecked?: (briefs: readonly string[]) => void;
  readonly onBrief?: (id: string, event: 'started' | 'done') => void;
  /** Files are about to be put in place; before this, the output folder is as it was. */
  readonly onWriting?: () => void;
  readonly onNotice?: (message: string) => void;
  /** Where the time went, in milliseconds: stage → sum over all briefs, which are built side by side. */
  readonly onTimings?: (totals: ReadonlyMap<string, number>) => void;
  /** A brief is built again since these things have changed; none, where it was never built. */
  readonly onReason?: (id: string, changes: readonly string[]) => void;
}
