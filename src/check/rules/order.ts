/** Dates that belong together are in order: within a record, and from one item of a list to the next. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { entriesOf } from '../../model/entries.ts';
import { placeOf } from '../../model/place.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { DataPath, Entry, Records } from '../../model/stages.ts';
import type { RuleContext } from './rule.ts';

/** Fields of one record, the earlier first, with what they are called. */
const pairs: {
  readonly [K in Kind]?: readonly (readonly [earlier: string, later: string])[];
} = {
  source: [['issued', 'accessed']],
  finding: [
    ['observed', 'asOf'],
    ['asOf', 'reviewBy'],
  ],
  takeaway: [['asOf', 'reviewBy']],
  brief: [
    ['dataCutoff', 'issued'],
    ['issued', 'updated'],
  ],
};

const names: Readonly<Record<string, string>> = {
  issued: 'the day of publication',
  accessed: 'the day it was looked at',
  observed: 'the time it was observed',
  asOf: 'the day it was confirmed',
  reviewBy: 'the day of its review',
  dataCutoff: 'the data cut-off',
  updated: 'the last update',
};

/** records → `date-order`. */
export function checkOrder({ checked: { records }, ...context }: RuleContext): Diagnostic[] {
  const dateAt: DateAt = (entry, path) => {
    const leaf = entry.leaves.find((one) => isSame(one.path, path));
    const parsed = leaf === undefined ? undefined : context.parseDate(leaf.value);
    return parsed?.ok ? parsed.date : undefined;
  };
  const order = { dateAt, isReversed: reversedBy(context) };
  return [
    ...entriesOf(records).flatMap((entry) => pairsInOrder(entry, order)),
    ...[...records.trend.values()].flatMap((trend) => seriesInOrder(trend, order)),
    ...[...records.brief.values()].flatMap((brief) => eventsInOrder(brief, records, order)),
  ];
}

/** The date of a field, where it has one that can be read. */
type DateAt = (entry: Entry, path: DataPath) => EdtfDate | undefined;

interface Order {
  readonly dateAt: DateAt;
  /** True where the earlier date begins after the later one has ended. */
  readonly isReversed: (earlier: EdtfDate | undefined, later: EdtfDate | undefined) => boolean;
}

function pairsInOrder(entry: Entry, { dateAt, isReversed }: Order): Diagnostic[] {
  return (pairs[entry.kind] ?? []).flatMap(([earlier, later]) => {
    // Few records have both.
    if (!(earlier in entry.data && later in entry.data)) return [];
    if (!isReversed(dateAt(entry, [earlier]), dateAt(entry, [later]))) return [];
    const slots = { earlier: names[earlier] ?? earlier, later: names[later] ?? later };
    return [diagnose('date-order', slots, placeOf(entry, [earlier]))];
  });
}

function seriesInOrder(trend: Entry<'trend'>, { dateAt, isReversed }: Order): Diagnostic[] {
  const { series = [] } = trend.data;
  return series.slice(1).flatMap((_, index) => {
    const [earlier, later] = [index, index + 1].map((at): DataPath => ['series', at, 'date']);
    if (earlier === undefined || later === undefined) return [];
    if (!isReversed(dateAt(trend, earlier), dateAt(trend, later))) return [];
    const slots = { earlier: 'the step before', later: 'this one' };
    return [diagnose('date-order', slots, placeOf(trend, later))];
  });
}

function eventsInOrder(
  brief: Entry<'brief'>,
  records: Records,
  { dateAt, isReversed }: Order,
): Diagnostic[] {
  const ids = brief.data.events ?? [];
  return ids.slice(1).flatMap((id, index) => {
    const [before, event] = [ids[index], id].map((one) => records.event.get(one ?? ''));
    if (before === undefined || event === undefined) return [];
    if (!isReversed(dateAt(before, ['date']), dateAt(event, ['date']))) return [];
    const slots = { earlier: `the event "${before.id}" before it`, later: `the event "${id}"` };
    return [diagnose('date-order', slots, placeOf(brief, ['events', index + 1]))];
  });
}

function reversedBy({ firstDay, lastDay }: Pick<RuleContext, 'firstDay' | 'lastDay'>) {
  return (earlier: EdtfDate | undefined, later: EdtfDate | undefined): boolean => {
    if (earlier === undefined || later === undefined) return false;
    const starts = firstDay(earlier);
    const ends = lastDay(later);
    return starts !== undefined && ends !== undefined && starts > ends;
  };
}

function isSame(one: DataPath, other: DataPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
