/** Which schedule is in force for a brief: its own, else the publisher's. */
import type { Entry } from '../stages.ts';

/** A schedule with everything that it leaves out filled in. */
export interface ScheduleSetting {
  /** As it was written. */
  readonly when: string;
  /** IANA time zone. */
  readonly zone: string;
  /** A run also releases an edition. */
  readonly release: boolean;
  /** Where it is written. */
  readonly from: 'brief' | 'publisher';
}

/** Where nobody names a zone. UTC means the same on every machine, at a desk and in CI. */
const defaultZone = 'UTC';

/** brief, publisher → the schedule in force; undefined where there is none, or it says `never`. */
export function settingOf(
  brief: Entry<'brief'>,
  publisher: Entry<'publisher'> | undefined,
): ScheduleSetting | undefined {
  const own = brief.data.schedule;
  const office = publisher?.data.schedule;
  const when = own?.when ?? office?.when;
  if (when === undefined || when.trim().toLowerCase() === 'never') return undefined;
  const from = own?.when === undefined ? 'publisher' : 'brief';
  // An edition is released only where the schedule that is in force says so.
  const release = (from === 'brief' ? own?.release : office?.release) ?? false;
  return { when: when.trim(), zone: own?.zone ?? office?.zone ?? defaultZone, release, from };
}
