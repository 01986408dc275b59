/** What the writer is told about a build, besides the finished files. */
import type { LockOptions } from '../model/host.ts';
import type { Marking } from '../model/marking.ts';
import type { Outcome } from '../model/outcome.ts';
import type { About, Published, SiteFile } from '../model/site.ts';

/** One build, of some or all briefs, for one audience. */
export interface RunFacts {
  /** Version of the tool. */
  readonly tool: string;
  /** Ids of all briefs in the project, built now or not; outputs of any other brief are orphans. */
  readonly briefs: readonly string[];
  /** One for every brief that artifacts are given for. */
  readonly documents: readonly DocumentFacts[];
  /**
   * Documents that lie in the folder already and would come out the same, whichever files their
   * records stand in now.
   */
  readonly lasting?: readonly Pick<DocumentFacts, 'id' | 'marking' | 'inputs'>[];
}

/**
 * One brief as it was built. All of it stands in the manifest, so nothing may be in here that the
 * document's audience may not see: `inputs` names only files that visible records stand in.
 */
export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  /** Label of the document. */
  readonly marking: Marking;
  readonly words: number;
  readonly readMinutes: number;
  readonly about: About;
  /** Path in the project → SHA-256 of the file that the document was made from. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Set where a released edition was printed again instead of the data as they are. */
  readonly reprint?: { readonly edition: number; readonly kind: 'as-released' | 'superseded' };
  /** What ships with the tool or lies in `templates/`: `fonts`, `template`… → SHA-256 of all of it. */
  readonly resources: ReadonlyMap<string, string>;
}

/** How to write. */
export interface WriteOptions {
  /** How to wait for another run; `held` where the caller holds the folder's lock already. */
  readonly lock: LockOptions | 'held';
  /** Replace files that were changed by hand. Default: false. */
  readonly force?: boolean;
  /** Makes the index of what will lie in the folder; undefined leaves the one that is there. */
  readonly site?: SiteMaker | undefined;
}

/** Everything in the folder → the files of its index. */
export type SiteMaker = (published: readonly Published[]) => Promise<Outcome<readonly SiteFile[]>>;
