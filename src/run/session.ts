/** Builds that follow one another in one process. */
import type { Project } from '../compile.ts';
import type { Memory } from '../model/memory.ts';
import type { Entry } from '../model/stages.ts';

/** What lets a build follow another one of the same project. */
export interface BuildSession {
  readonly memory?: Memory;
  /** Of the briefs that were asked for, the ones to build now. Default: all of them. */
  readonly isDue?: (brief: Entry<'brief'>, project: Project) => Promise<boolean>;
}
