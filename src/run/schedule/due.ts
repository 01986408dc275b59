/**
 * What is due now, by schedules, ledger and clock alone. Each occurrence is due once: across restarts,
 * changes of the clock and long sleeps. Nothing is read or written here.
 */
import { type Ledger, type LedgerRun, momentOf, type SeenSchedule } from './ledger.ts';
import { type Occurrences, occurrencesOf } from './occurrences.ts';

/** A brief that has to run. */
export interface Due {
  readonly brief: string;
  readonly schedule: SeenSchedule;
  /** The last occurrence up to now that has not run, in milliseconds. */
  readonly occurrenceMs: number;
  /** Occurrences after this moment are done with it. */
  readonly afterMs: number;
  /** How many earlier ones are made up for. */
  readonly missed: number;
  /** A run that began and never ended, or that failed and is to be tried again. */
  readonly again?: LedgerRun;
}

/** How to judge failures of before. */
export interface DueOptions {
  readonly nowMs: number;
  /** Hash of the data as they are now. */
  readonly data: string;
  /** Try again whatever failed. */
  readonly retry?: boolean;
}

/**
 * A clock may be set back by this much and come to the same time again without anything running twice;
 * if it goes back further, it was wrong before, and what it had passed over is not counted as missed.
 */
const believableMs = 24 * 3_600_000;

/** The machine's failures (a full disk, a browser that crashed) are tried so often for one occurrence. */
const machineAttempts = 3;

/** So many missed occurrences are counted; more are as good as countless. */
const countedMissed = 1_000;

/** schedules by brief, ledger, clock → what has to run, in order of the briefs. */
export function dueOf(
  schedules: ReadonlyMap<string, SeenSchedule>,
  ledger: Pick<Ledger, 'runs'>,
  options: DueOptions,
): Due[] {
  return [...schedules].flatMap(([brief, schedule]) => {
    const runs = ledger.runs.filter((run) => run.brief === brief);
    const due =
      dueOfBrief(brief, schedule, runs, options.nowMs) ?? again(brief, schedule, runs, options);
    return due ?? [];
  });
}

function dueOfBrief(
  brief: string,
  schedule: SeenSchedule,
  runs: readonly LedgerRun[],
  nowMs: number,
): Due | undefined {
  const occurrences = occurrencesOf(schedule);
  const done = runs.filter(({ ended }) => ended !== undefined);
  const marks = [schedule.since, ...done.map(({ occurrence }) => occurrence)].map(Date.parse);
  const passed = marks.filter((markMs) => markMs <= nowMs);
  // The clock stands before everything that is known: it was set back, and nothing can be due.
  if (passed.length === 0) return undefined;
  const afterMs = Math.max(...passed);
  const isFree = (occurrenceMs: number) => !done.some((run) => covers(run, occurrenceMs, nowMs));
  let occurrenceMs = occurrences.last(nowMs);
  while (occurrenceMs !== undefined && occurrenceMs > afterMs && !isFree(occurrenceMs)) {
    occurrenceMs = occurrences.last(occurrenceMs - 1_000);
  }
  if (occurrenceMs === undefined || occurrenceMs <= afterMs) return undefined;
  const missed = missedBetween(occurrences, afterMs, occurrenceMs);
  const open = runs.find(({ ended }) => ended === undefined);
  const due = { brief, schedule, occurrenceMs, afterMs, missed };
  return open === undefined ? due : { ...due, again: open };
}

/** True where a run has done this occurrence, be it among the missed ones. */
function covers(run: LedgerRun, occurrenceMs: number, nowMs: number): boolean {
  const untilMs = Date.parse(run.occurrence);
  if (untilMs === occurrenceMs) return true;
  if (occurrenceMs <= Date.parse(run.after) || occurrenceMs > untilMs) return false;
  return untilMs - nowMs <= believableMs;
}

function missedBetween({ last }: Occurrences, afterMs: number, beforeMs: number): number {
  let count = 0;
  let atMs = last(beforeMs - 1_000);
  while (atMs !== undefined && atMs > afterMs && count < countedMissed) {
    count += 1;
    atMs = last(atMs - 1_000);
  }
  return count;
}

/** The last run failed: is there a reason to try again? */
function again(
  brief: string,
  schedule: SeenSchedule,
  runs: readonly LedgerRun[],
  { nowMs, data, retry = false }: DueOptions,
): Due | undefined {
  const last = runs.at(-1);
  if (last === undefined || Date.parse(last.occurrence) > nowMs) return undefined;
  const isMended = last.data !== data;
  const isWorthIt = last.isOfMachine === true && last.attempts < machineAttempts;
  const isOpen = last.ended === undefined;
  if (!isOpen && (last.outcome !== 'failed' || !(retry || isMended || isWorthIt))) return undefined;
  return {
    brief,
    schedule,
    occurrenceMs: Date.parse(last.occurrence),
    afterMs: Date.parse(last.after),
    missed: last.missed,
    again: last,
  };
}

/** due → the run as it begins; it takes the place of the one that it does again. */
export function beginRun(due: Due, nowMs: number): LedgerRun {
  const occurrence = momentOf(due.occurrenceMs);
  const isSame = due.again?.occurrence === occurrence;
  return {
    brief: due.brief,
    occurrence,
    after: momentOf(due.afterMs),
    missed: due.missed,
    started: momentOf(nowMs),
    attempts: isSame ? (due.again?.attempts ?? 0) + 1 : 1,
  };
}
