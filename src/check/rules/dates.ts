/** Dates: every one can be read, none is impossible, and those that belong together are in order. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { earliestDay, latestDay, parseDate } from '../../model/edtf.ts';
import { leavesOfType } from '../../model/entries.ts';
import { placeOf } from '../../model/place.ts';
import type { Checked, DataPath, Entry } from '../../model/stages.ts';

/** records → `date-invalid`, `date-order`. */
export function checkDates({ records }: Checked): Diagnostic[] {
  const unreadable = leavesOfType(records, 'date').flatMap(({ entry, leaf }) => {
    const parsed = parseDate(leaf.value);
    if (parsed.ok) return [];
    const place = placeOf(entry, leaf.path);
    const hint = parsed.suggestion === undefined ? {} : { hint: parsed.suggestion };
    return [
      diagnose(
        'date-invalid',
        { found: leaf.value, problem: parsed.problem },
        { ...place, ...hint },
      ),
    ];
  });
  const sources = [...records.source.values()].flatMap((entry) =>
    inOrder(entry, ['issued'], ['accessed'], 'the date of publication', 'the day it was looked at'),
  );
  const briefs = [...records.brief.values()].flatMap((entry) => [
    ...inOrder(entry, ['dataCutoff'], ['issued'], 'the data cut-off', 'the day of publication'),
    ...inOrder(entry, ['issued'], ['updated'], 'the day of publication', 'the last update'),
  ]);
  const reviews = [...records.finding.values(), ...records.takeaway.values()].flatMap((entry) =>
    inOrder(entry, ['asOf'], ['reviewBy'], 'the day it was confirmed', 'the day of its review'),
  );
  const series = [...records.trend.values()].flatMap((entry) =>
    (entry.data.series ?? [])
      .slice(1)
      .flatMap((_, index) =>
        inOrder(
          entry,
          ['series', index, 'date'],
          ['series', index + 1, 'date'],
          'this step',
          'the next',
        ),
      ),
  );
  return [...unreadable, ...sources, ...briefs, ...reviews, ...series];
}

/** Warns where the earlier date begins after the later one has ended. */
function inOrder(
  entry: Entry,
  earlier: DataPath,
  later: DataPath,
  earlierName: string,
  laterName: string,
): Diagnostic[] {
  const first = dateAt(entry, earlier);
  const second = dateAt(entry, later);
  if (first === undefined || second === undefined) return [];
  const starts = earliestDay(first);
  const ends = latestDay(second);
  if (starts === undefined || ends === undefined || starts <= ends) return [];
  const slots = { earlier: earlierName, later: laterName };
  return [diagnose('date-order', slots, placeOf(entry, earlier))];
}

function dateAt(entry: Entry, path: DataPath) {
  const leaf = entry.leaves.find((one) => one.path.join('.') === path.join('.'));
  if (leaf === undefined) return undefined;
  const parsed = parseDate(leaf.value);
  return parsed.ok ? parsed.date : undefined;
}
