/**
 * What to look at again: what rests on something retracted, then stale findings and takeaways, each
 * with the briefs it is in, most used first.
 */
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
import { retractedBelow } from './retracted-below.ts';
import { whereUsed } from './where-used.ts';

export interface StaleRecord extends Omit<Staleness, 'since' | 'reason'> {
  /** The day it became stale; a retraction has none. */
  readonly since?: string;
  readonly reason: Staleness['reason'] | 'retracted';
  /** Ids of the retracted sources and findings that it rests on. */
  readonly retracted?: readonly string[];
  readonly ref: string;
  readonly label: string;
  readonly at: string;
  /** Briefs that print it, by id. */
  readonly briefs: readonly string[];
  /** How many records stand on it. */
  readonly uses: number;
}

/** graph, ISO day → what to review. A finding that has been superseded or retracted is not asked about. */
export function staleRecords(resolved: Resolved, day: string): StaleRecord[] {
  const { records } = resolved;
  const halfLives = halfLivesOf(records);
  const below = retractedBelow(resolved);
  const why = (entry: Entry, aged: Staleness | undefined): Why | undefined => {
    const retracted = below.get(refOf(entry));
    return retracted === undefined ? aged : { reason: 'retracted', retracted };
  };
  const findings = [...records.finding.values()].flatMap((entry) => {
    const isActive = entry.data.status === undefined || entry.data.status === 'active';
    const aged = findingStaleness(entry, halfLives, day);
    return isActive ? describe(resolved, entry, why(entry, aged)) : [];
  });
  const takeaways = [...records.takeaway.values()].flatMap((entry) =>
    describe(resolved, entry, why(entry, takeawayStaleness(entry.data, records, day))),
  );
  const briefs = [...records.brief.values()].flatMap((entry) =>
    describe(resolved, entry, why(entry, undefined)),
  );
  return [...findings, ...takeaways, ...briefs].sort(
    (a, b) =>
      Number(b.reason === 'retracted') - Number(a.reason === 'retracted') ||
      b.briefs.length - a.briefs.length ||
      b.uses - a.uses ||
      compareCodePoints(a.since ?? '', b.since ?? '') ||
      compareCodePoints(a.ref, b.ref),
  );
}

type Why = Pick<StaleRecord, 'reason' | 'since' | 'finding' | 'retracted'>;

function describe(resolved: Resolved, entry: Entry, why: Why | undefined): StaleRecord[] {
  if (why === undefined) return [];
  const { briefs, uses } = whereUsed(resolved, entry);
  const { file, start } = entry.file.locateKey(entry.path);
  const { line, column } = positionAt(entry.file.text, start);
  return [
    {
      ...why,
      ref: refOf(entry),
      label: labelOf(entry),
      at: `${file}:${line}:${column}`,
      briefs: entry.kind === 'brief' ? [entry.id] : briefs,
      uses: uses.length,
    },
  ];
}
