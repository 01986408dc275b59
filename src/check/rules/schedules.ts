/** Schedules: whether the words can be read, and whether what they ask for can come about. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf, placeWithin } from '../../model/place.ts';
import { parseSchedule } from '../../model/schedule/parse-schedule.ts';
import { settingOf } from '../../model/schedule/setting.ts';
import type { Entry } from '../../model/stages.ts';
import { shorten } from '../field-words.ts';
import type { RuleContext } from './rule.ts';

/** records → `schedule-invalid`, `schedule-release-draft`. */
export function checkSchedules({ entries, checked }: RuleContext): Diagnostic[] {
  const [publisher] = checked.records.publisher.values();
  const briefs = [...checked.records.brief.values()];
  return [
    ...entries.flatMap(unreadable),
    ...briefs.flatMap((brief) => {
      const { status = 'draft' } = brief.data;
      const isAsked = settingOf(brief, publisher)?.release === true;
      // Where the office releases whatever is final, drafts are waited for.
      const isOwn = brief.data.schedule?.release === true;
      if (!isAsked || !isOwn || status === 'final') return [];
      const place = placeOf(brief, ['schedule', 'release']);
      return [diagnose('schedule-release-draft', { brief: brief.id, status }, place)];
    }),
  ];
}

function unreadable(entry: Entry): Diagnostic[] {
  const when = writtenIn(entry.data);
  if (when === undefined) return [];
  const read = parseSchedule(when);
  if (read.ok) return [];
  const { start, end, problem, hint } = read;
  const slots = { found: shorten(when.slice(start, end)), problem };
  const place = placeWithin(entry, ['schedule', 'when'], start, end);
  return [diagnose('schedule-invalid', slots, { ...place, hint })];
}

/** Records with mistakes in their shape come here, too, so nothing is certain. */
function writtenIn(data: unknown): string | undefined {
  const schedule = fieldOf(data, 'schedule');
  const when = fieldOf(schedule, 'when');
  return typeof when === 'string' ? when : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
