/**
 * The notice that a program or a web address gets after a run. It may leave the building, so it names
 * only briefs that its readers may see (by default those marked TLP:CLEAR) and counts the others; it
 * holds no word out of a brief but its title, no message and no path.
 */
import { isCleared, type Marking, mostRestricted } from '../../model/marking.ts';

/** What a notice says; its shape is documented in docs/schedule.md. */
export interface Notice {
  readonly schema: 1;
  /** The same for the same run, also where it arrives twice. */
  readonly id: string;
  readonly office?: string;
  readonly outcome: 'good' | 'failed';
  readonly ended: string;
  readonly counts: {
    readonly built: number;
    readonly unchanged: number;
    readonly released: number;
    readonly failed: number;
  };
  /** Those that the readers may see. */
  readonly briefs: readonly {
    readonly id: string;
    readonly title: string;
    readonly occurrence: string;
    readonly outcome: 'built' | 'unchanged' | 'failed';
    readonly edition?: number;
    /** The documents that are there are those of an earlier run. */
    readonly stale: boolean;
  }[];
  /** How many took part besides. */
  readonly unnamed: number;
}

/** One brief of a run, as the notice is told of it. */
export interface NoticedRun {
  readonly id: string;
  /** Undefined where the brief could not be read; then it is not named. */
  readonly title: string | undefined;
  readonly marking: Marking | undefined;
  readonly occurrence: string;
  readonly outcome: 'built' | 'unchanged' | 'failed';
  readonly edition?: number | undefined;
}

/** What a notice is made from. */
export interface NoticeSource {
  readonly id: string;
  readonly office: string | undefined;
  readonly ended: string;
  readonly runs: readonly NoticedRun[];
  /** Who reads it. */
  readonly audience: Marking;
}

/** run, who reads → notice. */
export function noticeOf({ id, office, ended, runs, audience }: NoticeSource): Notice {
  const count = (outcome: NoticedRun['outcome']) =>
    runs.filter((run) => run.outcome === outcome).length;
  const briefs = runs.flatMap(({ id, title, marking, occurrence, outcome, edition }) => {
    if (title === undefined || !isCleared(marking ?? mostRestricted, audience)) return [];
    const row = { id, title, occurrence, outcome, stale: outcome === 'failed' };
    return [edition === undefined ? row : { ...row, edition }];
  });
  return {
    schema: 1,
    id,
    ...(office === undefined ? {} : { office }),
    outcome: count('failed') === 0 ? 'good' : 'failed',
    ended,
    counts: {
      built: count('built'),
      unchanged: count('unchanged'),
      released: runs.filter(({ edition }) => edition !== undefined).length,
      failed: count('failed'),
    },
    briefs,
    unnamed: runs.length - briefs.length,
  };
}
