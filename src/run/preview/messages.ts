/** What the preview's server and its page say to each other. Plain JSON; types only. */

import type { Severity } from '../../model/diagnostic.ts';
import type { Paper } from '../../model/formats.ts';
import type { Marking } from '../../model/marking.ts';

/** What the page shows: one brief as one audience sees it. */
export interface ViewChoice {
  readonly brief: string;
  /** Default: the brief's own label. */
  readonly audience?: Marking;
  /** Default: the publisher's, else A4. */
  readonly paper?: Paper;
}

/** A brief in the list. */
export interface BriefLine {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly issued: string;
  readonly status: 'draft' | 'review' | 'final' | 'withdrawn';
  readonly marking: Marking;
  readonly errors: number;
  readonly warnings: number;
  /** Findings and takeaways in it that are due for review today. */
  readonly stale: number;
}

/** A place in the data, with the address that opens an editor there. Lines and columns are 1-based. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly href: string;
}

/** A line of a file, with a stretch of it marked: `start` is 0-based, `length` at least 1. */
export interface Frame {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** A diagnostic, as the terminal prints it. */
export interface ProblemView {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The field, as in `findings.purge-2019.evidence[0].source`. */
  readonly path?: string | undefined;
  readonly where?: Where | undefined;
  readonly frame?: Frame | undefined;
  readonly related: readonly { readonly message: string; readonly where?: Where | undefined }[];
}

/** Event `briefs`: the list, whenever it has changed. */
export interface BriefsMessage {
  readonly briefs: readonly BriefLine[];
  readonly publisher: string;
}

/** Event `view`: the brief that the page shows. */
export interface ViewMessage {
  /** Grows with every change of what is shown. */
  readonly version: number;
  /** The page without its style sheet; missing where it is as it was, or could not be built. */
  readonly html?: string | undefined;
  /** The style sheet, with fonts in it; missing where it is the one that was sent before. */
  readonly css?: string | undefined;
  /** False where an older version stays, since the data as they are cannot be built. */
  readonly isCurrent: boolean;
  /** Time of day of the version that is shown, in milliseconds since 1970. */
  readonly builtAtMs: number;
  /** From the change that was seen to this message; only with a page that took another's place. */
  readonly tookMs?: number | undefined;
}

/** Event `problems`: what there is to say about the brief that is shown. */
export interface ProblemsMessage {
  readonly problems: readonly ProblemView[];
  /** False until the rules have looked, too. */
  readonly isComplete: boolean;
}

/** Answer to `source`: where a passage was written. */
export interface SourceView {
  readonly where: Where;
  /** The line it stands in and its neighbours. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** The record that holds it. */
  readonly record?: { readonly ref: string; readonly label: string } | undefined;
  /** What the record rests on. */
  readonly evidence: readonly EvidenceView[];
}

/** One record that another rests on. */
export interface EvidenceView {
  readonly ref: string;
  readonly label: string;
  /** Stance, locator, grade, status, marking: whatever there is to note. */
  readonly notes: readonly string[];
  readonly quote?: string | undefined;
  readonly where?: Where | undefined;
  readonly children: readonly EvidenceView[];
}
