/** What became of the words in which somebody wrote a schedule. */

/** A schedule as patterns, or what is wrong with it and where. */
export type ScheduleReading =
  | {
      readonly ok: true;
      /**
       * Cron patterns of five fields in numbers: minute, hour, day, month, weekday. A moment that fits
       * one of them is an occurrence. Of `never` there are none.
       */
      readonly patterns: readonly string[];
    }
  | ScheduleFlaw;

/** Why a schedule cannot be read. */
export interface ScheduleFlaw {
  readonly ok: false;
  /** A clause that goes on from the schedule: `says no time of day`. */
  readonly problem: string;
  /** What to write instead, in one sentence. */
  readonly hint: string;
  /** The part that is wrong, as UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** where, what is wrong, what to write → flaw. */
export function flawAt({ start, end }: Stretch, problem: string, hint: string): ScheduleFlaw {
  return { ok: false, problem, hint, start, end };
}
