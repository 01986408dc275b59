/** Which briefs have a schedule now, by the data, and by memory where the data are broken. */

import { isCleared, type Marking } from '../../model/marking.ts';
import { defaultMarking, portionMark } from '../../model/marks.ts';
import { compareCodePoints } from '../../model/order.ts';
import { parseSchedule } from '../../model/schedule/parse-schedule.ts';
import { type ScheduleSetting, settingOf } from '../../model/schedule/setting.ts';
import type { Project } from '../../read-project.ts';
import { type Ledger, momentOf, type SeenSchedule } from './ledger.ts';

/** What the schedules are read from. */
export interface ScheduleSource {
  readonly project: Project;
  /** The data have mistakes, so a brief that is not there may be there all the same. */
  readonly isBroken: boolean;
  readonly ledger: Pick<Ledger, 'schedules' | 'looked'>;
  readonly nowMs: number;
  /** Briefs that this audience may not see have no schedule. */
  readonly audience: Marking | undefined;
  /** From when on occurrences count where nothing has been recorded yet, in milliseconds. */
  readonly sinceMs?: number | undefined;
}

/**
 * Where nobody has ever looked, an occurrence of the last hour is due: whoever looks now and then does
 * so at least hourly, and the very first look is often the occurrence itself, as in CI.
 */
const firstLookBackMs = 3_600_000;

/** → brief → its schedule, by id. One that is new or changed counts from the last look on. */
export function schedulesInForce(source: ScheduleSource): ReadonlyMap<string, SeenSchedule> {
  const { project, isBroken, ledger, nowMs, audience, sinceMs } = source;
  const { records } = project.resolved;
  const [publisher] = records.publisher.values();
  const fallback = defaultMarking(records);
  const looked = ledger.looked === undefined ? undefined : Date.parse(ledger.looked);
  const begin = looked ?? sinceMs ?? nowMs - firstLookBackMs;
  const since = momentOf(Math.min(begin, nowMs));
  const found = new Map<string, SeenSchedule>();
  for (const brief of records.brief.values()) {
    if (audience !== undefined && !isCleared(portionMark(brief, fallback), audience)) continue;
    const setting = settingOf(brief, publisher);
    if (setting === undefined) continue;
    const before = ledger.schedules[brief.id];
    if (!isReadable(setting)) {
      // The check says what is wrong with it; until then the one of before holds.
      if (before !== undefined) found.set(brief.id, before);
      continue;
    }
    const isSame = before?.when === setting.when && before.zone === setting.zone;
    found.set(brief.id, { ...setting, since: isSame ? before.since : since });
  }
  for (const [id, before] of Object.entries(ledger.schedules)) {
    // Its own file cannot be read, or the publisher's, which holds its schedule.
    const isLost =
      !records.brief.has(id) || (before.from === 'publisher' && publisher === undefined);
    if (isBroken && isLost && !found.has(id)) found.set(id, before);
  }
  return new Map([...found].sort(([a], [b]) => compareCodePoints(a, b)));
}

function isReadable({ when, zone }: ScheduleSetting): boolean {
  if (!parseSchedule(when).ok) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
