/** The marking in force for a record: its own, else the publisher's default, else the strictest. */
import { type Marking, markingOf, mostRestricted } from './marking.ts';
import type { DataPath, Entry, Records } from './stages.ts';

/** records → the label of an item without one of its own. */
export function defaultMarking(records: Pick<Records, 'publisher'>): Marking {
  const [publisher] = records.publisher.values();
  const declared = publisher?.data.defaults?.marking;
  return declared === undefined ? mostRestricted : markingOf(declared);
}

/** record → its label. What an office is called and how it words likelihood is public by nature. */
export function markOf(entry: Entry, fallback: Marking): Marking {
  const declared = 'marking' in entry.data ? entry.data.marking : undefined;
  if (declared !== undefined) return markingOf(declared);
  return entry.kind === 'publisher' || entry.kind === 'scale' ? 'TLP:CLEAR' : fallback;
}

/** brief → the label of the words that stand in the brief itself. */
export function portionMark(brief: Entry<'brief'>, fallback: Marking): Marking {
  const declared = brief.data.portions ?? brief.data.marking;
  return declared === undefined ? fallback : markingOf(declared);
}

/** A part of a record with a label of its own. */
export interface PartMark {
  /** Of the part, relative to the record. */
  readonly path: DataPath;
  readonly marking: Marking;
}

/** data of a record → the parts in it that carry a label, however deep; not the record itself. */
export function partMarks(data: unknown, path: DataPath = []): PartMark[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, child]) => {
    if (key === 'marking' && path.length > 0 && child !== null && child !== undefined) {
      return [{ path, marking: markingOf(child) }];
    }
    return partMarks(child, [...path, Array.isArray(data) ? Number(key) : key]);
  });
}
