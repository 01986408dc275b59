/**
 * The fourth stage: one brief as one audience may see it. It takes away every record above the
 * audience's level and every edge to one, and it fails closed: a label that is missing or unknown is
 * the strictest there is. Nothing but this stage makes a `Selected`.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { defaultMarking, markOf, portionMark } from '../model/marks.ts';
import type { Outcome } from '../model/outcome.ts';
import { refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import type { Entry, Records, Ref, Resolved, Selected } from '../model/stages.ts';
import { clearTables } from './clear-tables.ts';
import { mentionProblems } from './mention-problems.ts';
import { prune } from './prune.ts';
import { stricterThanBrief } from './stricter-than-brief.ts';

/**
 * graph, brief, audience → what may be shown; `undefined` where the brief itself may not. Without an
 * audience the brief is built at its own label, and anything stricter in it is an error.
 */
export function select(
  resolved: Resolved,
  brief: Entry<'brief'>,
  audience?: Marking,
): Outcome<Selected | undefined> {
  const fallback = defaultMarking(resolved.records);
  const label = brief.data.marking === undefined ? fallback : markingOf(brief.data.marking);
  const cleared = audience ?? label;
  if (!isCleared(portionMark(brief, fallback), cleared)) {
    const slots = { brief: brief.id, label: portionMark(brief, fallback), audience: cleared };
    return { value: undefined, diagnostics: [diagnose('brief-withheld', slots)] };
  }
  const reached = reachableFrom(refOf(brief), edgesByOrigin(resolved.edges));
  const diagnostics: Diagnostic[] =
    audience === undefined ? stricterThanBrief(resolved, brief, label, reached) : [];
  const shown = filterRecords(resolved, cleared, fallback, diagnostics, reached);
  const selectedBrief = shown.records.brief.get(brief.id);
  if (selectedBrief === undefined) throw new Error(`the brief "${brief.id}" was filtered away`);
  diagnostics.push(...mentionProblems(resolved, shown.records, brief, reached, cleared));
  const selected = {
    brief: withTaggedTakeaways(selectedBrief, shown.records),
    records: shown.records,
    audience: cleared,
    marking: isCleared(label, cleared) ? label : cleared,
    withheldCount: [...reached.keys()].filter((ref) => shown.withheld.has(ref)).length,
    attachments: clearTables(resolved.attachments, cleared),
  };
  // The one place where the brand is given: everything above was the proof for it.
  return { value: selected as Selected, diagnostics };
}

interface Shown {
  readonly records: Records;
  readonly withheld: ReadonlySet<Ref>;
}

/**
 * Takes records away until nothing points at one that is gone: a quotation whose source is withheld
 * cannot be attributed, so it goes as well, and so may what stood on it.
 */
function filterRecords(
  resolved: Resolved,
  audience: Marking,
  fallback: Marking,
  diagnostics: Diagnostic[],
  reached: ReadonlyMap<Ref, unknown>,
): Shown {
  const entries = entriesOf(resolved.records);
  const withheld = new Set<Ref>();
  for (const entry of entries) {
    if (entry.kind !== 'brief' && !isCleared(markOf(entry, fallback), audience)) {
      withheld.add(refOf(entry));
    }
  }
  const [publisher] = resolved.records.publisher.values();
  const keepsBare = publisher?.data.defaults?.withoutEvidence === 'keep';
  for (;;) {
    const before = withheld.size;
    const kept: Entry[] = [];
    for (const entry of entries) {
      if (withheld.has(refOf(entry))) continue;
      const pruned = prune(entry, audience, (ref) => withheld.has(ref));
      if (pruned === undefined) {
        withheld.add(refOf(entry));
      } else if (!keepsBare && lostItsFindings(entry, pruned)) {
        withheld.add(refOf(entry));
        if (reached.has(refOf(entry))) {
          diagnostics.push(diagnose('takeaway-dropped', { id: entry.id, audience }));
        }
      } else {
        kept.push(pruned);
      }
    }
    if (withheld.size === before) return { records: group(resolved.records, kept), withheld };
  }
}

function lostItsFindings(before: Entry, after: Entry): boolean {
  if (before.kind !== 'takeaway' || after.kind !== 'takeaway') return false;
  return findingsOf(before) > 0 && findingsOf(after) === 0;
}

function findingsOf(entry: Entry): number {
  return 'findings' in entry.data ? (entry.data.findings?.length ?? 0) : 0;
}

function group(all: Records, kept: readonly Entry[]): Records {
  const byKind = Object.fromEntries(
    Object.keys(all).map((kind) => [
      kind,
      new Map(kept.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry])),
    ]),
  );
  // Grouped by each entry's own kind, which is what the type says.
  return byKind as unknown as Records;
}

/** A query by tag becomes the list of ids that it finds among what is shown. */
function withTaggedTakeaways(brief: Entry<'brief'>, records: Records): Entry<'brief'> {
  const { takeaways } = brief.data;
  if (takeaways === undefined || Array.isArray(takeaways)) return brief;
  const ids = [...records.takeaway.values()]
    .filter(({ data }) => data.tags?.includes(takeaways.tag))
    .map(({ id }) => id);
  return { ...brief, data: { ...brief.data, takeaways: ids } };
}
