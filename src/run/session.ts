/** Builds that follow one another in one process. */

import type { Diagnostic } from '../model/diagnostic.ts';
import type { Memory } from '../model/memory.ts';
import type { Entry } from '../model/stages.ts';
import type { Project } from '../read-project.ts';
import type { BriefResult } from './brief-result.ts';
import type { Drawn } from './document-facts.ts';

/** What came of one brief, and what there was to say of it. */
export interface BriefOutcome {
  readonly result: BriefResult;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same of a document that lies in the output folder, with what it was made from. */
export interface LastingOutcome extends BriefOutcome {
  readonly drawn: Drawn;
}

/** Knows what earlier builds have made, and whether it is still there and still the same. */
export interface Keeper {
  /** The briefs that need not be built, by their ids. */
  find(
    briefs: readonly Entry<'brief'>[],
    project: Project,
  ): Promise<ReadonlyMap<string, LastingOutcome>>;
  /**
   * Told what a build has written, of the briefs that it was asked about, and for which of them a document
   * or a picture that goes along was put beside one that somebody had changed.
   */
  keep(
    outcomes: ReadonlyMap<string, BriefOutcome & Partial<LastingOutcome>>,
    heldBack: ReadonlySet<string>,
  ): Promise<void>;
}

/** What lets a build follow another one of the same project. */
export interface BuildSession {
  readonly memory?: Memory;
  /** Of the briefs that were asked for, the ones to build now. Default: all of them. */
  readonly isDue?: (brief: Entry<'brief'>, project: Project) => Promise<boolean>;
  /**
   * Brief → what its document draws on, of all that these builds have made: their part of the manifest
   * is kept true while they are not due. A build adds to it.
   */
  readonly drawn?: Map<string, Drawn>;
  /** Briefs that an earlier build has made of the same. */
  readonly keeper?: Keeper;
}
