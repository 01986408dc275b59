/**
 * Which records a brief is put together from, and so which likelihood scale their words go by. This
 * follows the fields of the data alone; what an audience may see does not matter for wording.
 */
import { refOf } from '../../model/place.ts';
import { remember } from '../../model/remember.ts';
import type { Scale } from '../../model/scale.ts';
import type { Entry, Records, Ref } from '../../model/stages.ts';
import { scaleIdOf } from '../../model/standards.ts';

/** A brief with everything it prints. */
export interface Reach {
  readonly brief: Entry<'brief'>;
  /** Undefined where the brief names none, or one that does not exist. */
  readonly scale: Scale | undefined;
  /** The brief first, then its records in the order they are named. */
  readonly entries: readonly Entry[];
}

/** records, scales → the reach of every brief. */
export function reachesOf(records: Records, scales: ReadonlyMap<string, Scale>): Reach[] {
  return [...records.brief.values()].map((brief) => {
    const id = scaleIdOf(brief.data, records);
    return {
      brief,
      scale: id === undefined ? undefined : scales.get(id),
      entries: collect(records, brief),
    };
  });
}

/** The scale that `publisher.defaults` names. */
export function houseScaleId(records: Records): string | undefined {
  const [publisher] = records.publisher.values();
  return publisher?.data.defaults?.scale;
}

/** reaches → record → its scales: those of its briefs, else the house's. */
export function scaleFinder(
  reaches: readonly Reach[],
  house: Scale | undefined,
): (entry: Entry) => readonly Scale[] {
  const byRef = new Map<Ref, Set<Scale>>();
  const used = new Set<Ref>();
  for (const { scale, entries } of reaches) {
    for (const entry of entries) {
      const ref = refOf(entry);
      used.add(ref);
      if (scale !== undefined) byRef.set(ref, (byRef.get(ref) ?? new Set()).add(scale));
    }
  }
  const ofHouse = house === undefined ? [] : [house];
  // Several rules ask, and of each field of a record.
  return remember((entry) => {
    const ref = refOf(entry);
    return used.has(ref) ? [...(byRef.get(ref) ?? [])] : ofHouse;
  });
}

function collect(records: Records, brief: Entry<'brief'>): Entry[] {
  const seen = new Set<Entry>([brief, ...tagged(records, brief)]);
  // A set may grow while it is walked: each record is visited once, cycles included.
  for (const entry of seen) {
    // A recommendation names the takeaways it follows from; they need not stand in the same brief.
    if (entry.kind === 'recommendation') continue;
    for (const leaf of entry.leaves) {
      const next = leaf.target && records[leaf.target].get(leaf.value);
      if (next !== undefined) seen.add(next);
    }
  }
  return [...seen];
}

/** Takeaways that a brief takes by tag. */
function tagged(records: Records, brief: Entry<'brief'>): Entry[] {
  const { takeaways } = brief.data;
  if (takeaways === undefined || Array.isArray(takeaways)) return [];
  return [...records.takeaway.values()].filter(({ data }) => data.tags?.includes(takeaways.tag));
}
