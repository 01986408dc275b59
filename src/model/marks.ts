/** The marking in force for a record: its own, else the publisher's default, else the strictest. */
import { type Marking, markingOf, mostRestricted } from './marking.ts';
import type { Entry, Records } from './stages.ts';

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
