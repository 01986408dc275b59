/** What comes next, for `brief schedule`: from the data as they are, with what the ledger knows. */

import { type Diagnostic, hasErrors } from '../../model/diagnostic.ts';
import { type Host, HostError } from '../../model/host.ts';
import { hostDiagnostic } from '../../model/host-diagnostic.ts';
import { compareCodePoints } from '../../model/order.ts';
import { readProject } from '../../read-project.ts';
import { findAbsence } from '../find-absence.ts';
import { dueOf } from './due.ts';
import { momentOf, readLedger, type SeenSchedule } from './ledger.ts';
import { localTime } from './local-time.ts';
import { occurrencesOf } from './occurrences.ts';
import { schedulesInForce } from './schedules-in-force.ts';
import { type BriefStatus, readStaleness } from './status.ts';
import { statusOf } from './status-of.ts';

/** One brief with a schedule. */
export interface ScheduledBrief extends Omit<BriefStatus, 'next' | 'documents'> {
  /** The next occurrences, soonest first: the moment, and what a clock in the zone shows. */
  readonly next: readonly { readonly at: string; readonly local: string }[];
  /** An occurrence has come that has not run yet. */
  readonly isDue: boolean;
}

/** What there is to list. */
export interface Upcoming {
  /** Soonest first. */
  readonly briefs: readonly ScheduledBrief[];
  /** When somebody last looked at what is due, as ISO 8601; undefined where nobody ever did. */
  readonly looked: string | undefined;
  readonly schedules: ReadonlyMap<string, SeenSchedule>;
  readonly diagnostics: readonly Diagnostic[];
}

/** host, how many occurrences of each → what comes next. Writes nothing. */
export async function upcomingRuns(host: Host, count: number): Promise<Upcoming> {
  const nothing = { briefs: [], looked: undefined, schedules: new Map() };
  try {
    const { value: project, diagnostics } = await readProject(host);
    const absent = await findAbsence(host, project);
    if (absent.length > 0) return { ...nothing, diagnostics: absent };
    const { ledger } = await readLedger(host.output);
    const nowMs = host.clock.now();
    const isBroken = hasErrors(diagnostics);
    const source = { project, isBroken, ledger, nowMs, audience: undefined };
    const schedules = schedulesInForce(source);
    const stale = await readStaleness(host.output);
    const due = dueOf(schedules, ledger, { nowMs, data: '' }).filter(({ again }) => !again?.ended);
    const known = { ...ledger, schedules: Object.fromEntries(schedules) };
    const briefs = statusOf(project, known, nowMs).briefs.map(
      ({ next: _n, documents: _d, ...brief }) => ({
        ...brief,
        stale: stale.has(brief.id),
        next: nextOf(brief.schedule, nowMs, count),
        isDue: due.some((one) => one.brief === brief.id),
      }),
    );
    return { briefs: briefs.sort(soonestFirst), looked: ledger.looked, schedules, diagnostics };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { ...nothing, diagnostics: [hostDiagnostic(error)] };
  }
}

function nextOf(schedule: BriefStatus['schedule'], nowMs: number, count: number) {
  const occurrences = occurrencesOf(schedule);
  const next: ScheduledBrief['next'][number][] = [];
  let atMs = occurrences.next(nowMs);
  while (atMs !== undefined && next.length < count) {
    next.push({ at: momentOf(atMs), local: localTime(atMs, schedule.zone) });
    atMs = occurrences.next(atMs);
  }
  return next;
}

function soonestFirst(a: ScheduledBrief, b: ScheduledBrief): number {
  return (
    compareCodePoints(a.next[0]?.at ?? '9', b.next[0]?.at ?? '9') || compareCodePoints(a.id, b.id)
  );
}
