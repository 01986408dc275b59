/** Ledger and data → what `status.json` says. */

import { isCleared, type Marking } from '../../model/marking.ts';
import { defaultMarking, markOf } from '../../model/marks.ts';
import type { Entry } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import { type Ledger, momentOf } from './ledger.ts';
import { occurrencesOf } from './occurrences.ts';
import type { BriefStatus, Status } from './status.ts';

/**
 * project, ledger, clock, for whom the runs build → status, in order of the briefs. Where a brief is
 * marked more strictly than what an audience gets of it, its label is that of their documents.
 */
export function statusOf(
  { resolved: { records } }: Pick<Project, 'resolved'>,
  ledger: Ledger,
  nowMs: number,
  audience?: Marking,
): Status {
  const fallback = defaultMarking(records);
  const labelOf = (brief: Entry<'brief'>): Marking => {
    const label = markOf(brief, fallback);
    return audience === undefined || isCleared(label, audience) ? label : audience;
  };
  const briefs = Object.entries(ledger.schedules).map(([id, { since: _, ...schedule }]) => {
    const brief = records.brief.get(id);
    const nextMs = occurrencesOf(schedule).next(nowMs);
    const runs = ledger.runs.filter((run) => run.brief === id);
    const last = runs.findLast(({ ended }) => ended !== undefined) ?? runs.at(-1);
    return {
      id,
      ...(brief === undefined ? {} : { title: brief.data.title, marking: labelOf(brief) }),
      schedule,
      ...(nextMs === undefined ? {} : { next: momentOf(nextMs) }),
      ...(last === undefined ? {} : { last: lastOf(last) }),
      stale: last?.outcome === 'failed',
      ...(last?.documents === undefined ? {} : { documents: last.documents }),
    } satisfies BriefStatus;
  });
  const outcome = briefs.some(({ stale }) => stale) ? 'failed' : 'good';
  return { schema: 1, outcome, looked: ledger.looked ?? momentOf(nowMs), briefs };
}

function lastOf(run: Ledger['runs'][number]): NonNullable<BriefStatus['last']> {
  const { brief: _b, after: _a, data: _d, isOfMachine: _m, documents: _s, ...last } = run;
  return last;
}
