/**
 * One look at the schedules: what is due is built, once, and written down. The order of the steps is
 * what makes it survive being killed: an occurrence counts as done only once its documents are in
 * place, and a build that is done twice gives the same bytes and no second edition.
 */

import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import { type Host, HostError } from '../../model/host.ts';
import { hostDiagnostic } from '../../model/host-diagnostic.ts';
import type { Marking } from '../../model/marking.ts';
import { defaultMarking, markOf } from '../../model/marks.ts';
import { readProject } from '../../read-project.ts';
import type { BriefResult } from '../brief-result.ts';
import type { BuildEvents, BuildJob } from '../job.ts';
import { openSession } from '../watch/session.ts';
import { dataHash } from './data-hash.ts';
import { deliver, type Receiver } from './deliver.ts';
import { beginRun, dueOf } from './due.ts';
import {
  type Ledger,
  type LedgerRun,
  ledgerPath,
  momentOf,
  printLedger,
  readLedger,
  scheduleFolder,
} from './ledger.ts';
import { noticeOf } from './notice.ts';
import { type Performed, performRuns } from './perform-runs.ts';
import { schedulesInForce } from './schedules-in-force.ts';
import { printStatus, type Status, statusPath } from './status.ts';
import { statusOf } from './status-of.ts';

/** How to look. */
export interface RunDueOptions {
  /** How to build; which briefs is decided by the schedules. */
  readonly job?: Omit<BuildJob, 'briefs'>;
  readonly events?: BuildEvents;
  /** From when on occurrences count where nothing has been recorded yet, in milliseconds. */
  readonly sinceMs?: number | undefined;
  /** Try again whatever failed. */
  readonly retry?: boolean;
  /** Who is told. */
  readonly receivers?: readonly Receiver[];
  /** Who reads the notices: briefs above this label are counted and not named. Default: TLP:CLEAR. */
  readonly noticeAudience?: Marking | undefined;
}

/** What a look came to. */
export interface RunDueResult {
  /** Another look is under way and does what is due. */
  readonly isBusy: boolean;
  /** What ran, in order of the briefs; empty where nothing was due. */
  readonly runs: readonly LedgerRun[];
  /** Of the briefs that were built anew. */
  readonly results: readonly BriefResult[];
  /** Undefined where the output folder could not be used. */
  readonly status: Status | undefined;
  /** Of the runs; where nothing was due, of the data. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How long a second look waits for the first; what takes longer is found done at the next look. */
const lockWaitMs = 20_000;

/** host, options → what ran and what comes next. Throws only our own mistakes. */
export async function runDue(host: Host, options: RunDueOptions = {}): Promise<RunDueResult> {
  const lock = { waitMs: lockWaitMs, onNotice: options.events?.onNotice ?? (() => {}) };
  let hasLock = false;
  try {
    return await host.output.withLock(scheduleFolder, lock, () => {
      hasLock = true;
      return look(host, options);
    });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const isBusy = !hasLock && error.kind === 'locked';
    const diagnostics = isBusy ? [] : [hostDiagnostic(error)];
    return { isBusy, runs: [], results: [], status: undefined, diagnostics };
  }
}

async function look(host: Host, options: RunDueOptions): Promise<RunDueResult> {
  const { job = {}, events = {}, sinceMs, retry = false, receivers = [] } = options;
  const session = openSession(host);
  const startedMs = host.clock.now();
  const read = await readLedger(host.output);
  const { value: project, diagnostics: found } = await readProject(session.host, session.memory);
  const { audience } = job;
  const isBroken = hasErrors(found);
  const source = { project, isBroken, ledger: read.ledger, nowMs: startedMs, audience, sinceMs };
  const schedules = schedulesInForce(source);
  const hasFailed = read.ledger.runs.some(({ outcome }) => outcome === 'failed');
  const data = hasFailed ? await dataHash(session.host.project) : '';
  // At the very first look nothing can have been missed.
  const isFirst = read.ledger.looked === undefined && sinceMs === undefined;
  const due = dueOf(schedules, read.ledger, { nowMs: startedMs, data, retry }).map((one) =>
    isFirst ? { ...one, missed: 0 } : one,
  );
  const before = audience === undefined ? read.ledger : onlyOf(schedules, read.ledger);
  const begun: Ledger = {
    ...before,
    looked: momentOf(startedMs),
    schedules: Object.fromEntries(schedules),
    runs: withRuns(
      before.runs,
      due.map((one) => beginRun(one, startedMs)),
    ),
  };
  let status = await save(begun);
  const lost =
    read.problem === undefined
      ? []
      : [diagnose('ledger-unreadable', { file: ledgerPath, problem: read.problem })];
  let done: Performed | undefined;
  let ledger = begun;
  if (due.length > 0) {
    done = await performRuns({
      session,
      project,
      found,
      job,
      events,
      due,
      ledger: begun,
      startedMs,
    });
    const isNews = done.runs.some(
      ({ outcome }, index) => outcome !== 'failed' || due[index]?.again?.outcome !== 'failed',
    );
    const notices = isNews && receivers.length > 0 ? [newNotice(done.runs)] : [];
    ledger = {
      ...begun,
      runs: withRuns(begun.runs, done.runs),
      built: done.built,
      notices: [...begun.notices, ...notices],
    };
    status = await save(ledger);
  }
  const told = receivers.length === 0 ? undefined : await deliver(ledger.notices, receivers);
  if (told !== undefined && ledger.notices.length > 0) {
    status = await save({ ...ledger, notices: told.left });
  }
  return {
    isBusy: false,
    runs: done?.runs ?? [],
    results: done?.results ?? [],
    status,
    diagnostics: [...lost, ...(done?.diagnostics ?? found), ...(told?.diagnostics ?? [])],
  };

  async function save(next: Ledger): Promise<Status> {
    const said = statusOf(project, next, startedMs, audience);
    const files = new Map([
      [statusPath, printStatus(said)],
      [ledgerPath, printLedger(next)],
    ]);
    await host.output.replace(files);
    return said;
  }

  function newNotice(runs: readonly LedgerRun[]) {
    const { records } = project.resolved;
    const [publisher] = records.publisher.values();
    const fallback = defaultMarking(records);
    const noticed = runs.map(({ brief, occurrence, outcome = 'failed', edition }) => {
      const entry = records.brief.get(brief);
      const marking = entry === undefined ? undefined : markOf(entry, fallback);
      return { id: brief, title: entry?.data.title, marking, occurrence, outcome, edition };
    });
    const notice = noticeOf({
      id: momentOf(startedMs),
      office: publisher?.data.name,
      ended: momentOf(host.clock.now()),
      runs: noticed,
      audience: options.noticeAudience ?? 'TLP:CLEAR',
    });
    return { notice, attempts: 0 };
  }
}

/** A brief has one run under way at most, and one that has ended for each occurrence: the latest. */
function withRuns(runs: readonly LedgerRun[], next: readonly LedgerRun[]): LedgerRun[] {
  const kept = runs.filter((run) => {
    const newer = next.find(({ brief }) => brief === run.brief);
    if (newer === undefined) return true;
    const isReplaced = newer.ended !== undefined && newer.occurrence === run.occurrence;
    return run.ended !== undefined && !isReplaced;
  });
  return [...kept, ...next];
}

/** For an audience nothing is kept of other briefs, should the folder have been used for others before. */
function onlyOf(schedules: ReadonlyMap<string, unknown>, ledger: Ledger): Ledger {
  const isKept = (id: string) => schedules.has(id);
  const runs = ledger.runs.filter(({ brief }) => isKept(brief));
  const built = Object.entries(ledger.built).filter(([id]) => isKept(id));
  const isSame = runs.length === ledger.runs.length;
  const notices = isSame ? ledger.notices : [];
  return { ...ledger, runs, built: Object.fromEntries(built), notices };
}
