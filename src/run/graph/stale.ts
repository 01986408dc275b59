/** What to look at again: stale findings and takeaways, with the briefs they are in, most used first. */
import {
  findingStaleness,
  halfLivesOf,
  type Staleness,
  takeawayStaleness,
} from '../../model/freshness.ts';
import { compareCodePoints } from '../../model/order.ts';
import { refOf } from '../../model/place.ts';
import { positionAt } from '../../model/span.ts';
import type { Entry, Resolved } from '../../model/stages.ts';
import { labelOf } from './find-record.ts';
import { whereUsed } from './where-used.ts';

export interface StaleRecord extends Staleness {
  readonly ref: string;
  readonly label: string;
  readonly at: string;
  /** Briefs that print it, by id. */
  readonly briefs: readonly string[];
  /** How many records stand on it. */
  readonly uses: number;
}

/** graph, ISO day → stale records. A finding that has been superseded or retracted is not asked about. */
export function staleRecords(resolved: Resolved, day: string): StaleRecord[] {
  const { records } = resolved;
  const halfLives = halfLivesOf(records);
  const findings = [...records.finding.values()].flatMap((entry) => {
    const isActive = entry.data.status === undefined || entry.data.status === 'active';
    return isActive ? describe(resolved, entry, findingStaleness(entry, halfLives, day)) : [];
  });
  const takeaways = [...records.takeaway.values()].flatMap((entry) =>
    describe(resolved, entry, takeawayStaleness(entry.data, records, day)),
  );
  return [...findings, ...takeaways].sort(
    (a, b) =>
      b.briefs.length - a.briefs.length ||
      b.uses - a.uses ||
      compareCodePoints(a.since, b.since) ||
      compareCodePoints(a.ref, b.ref),
  );
}

function describe(
  resolved: Resolved,
  entry: Entry,
  staleness: Staleness | undefined,
): StaleRecord[] {
  if (staleness === undefined) return [];
  const { briefs, uses } = whereUsed(resolved, entry);
  const { file, start } = entry.file.locateKey(entry.path);
  const { line, column } = positionAt(entry.file.text, start);
  return [
    {
      ...staleness,
      ref: refOf(entry),
      label: labelOf(entry),
      at: `${file}:${line}:${column}`,
      briefs,
      uses: uses.length,
    },
  ];
}
