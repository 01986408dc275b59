/** All records → those that an audience may see, each without the parts that it may not. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { isCleared, type Marking } from '../model/marking.ts';
import { defaultMarking, markOf } from '../model/marks.ts';
import { refOf } from '../model/place.ts';
import type { DataPath, Entry, Records, Ref, Resolved } from '../model/stages.ts';
import { prune } from './prune.ts';

/** What may be shown, and the names of what may not. */
export interface Shown {
  readonly records: Records;
  readonly withheld: ReadonlySet<Ref>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * graph, brief, audience, what the brief draws on → what may be shown; of the briefs this one alone.
 * Takes records away until nothing points at one that is gone: a quotation whose source is withheld
 * cannot be attributed, so it goes as well, and so may what stood on it. Reports `takeaway-dropped`.
 */
export function filterRecords(
  resolved: Resolved,
  brief: Entry<'brief'>,
  audience: Marking,
  reached: ReadonlyMap<Ref, unknown>,
): Shown {
  const fallback = defaultMarking(resolved.records);
  const entries = entriesOf(resolved.records).filter(
    (entry) => entry.kind !== 'brief' || entry === brief,
  );
  const withheld = new Set<Ref>(
    entries
      .filter((entry) => entry !== brief && !isCleared(markOf(entry, fallback), audience))
      .map(refOf),
  );
  const [publisher] = resolved.records.publisher.values();
  const pruning = {
    audience,
    isWithheld: (ref: Ref) => withheld.has(ref),
    dropsBare: publisher?.data.defaults?.withoutEvidence !== 'keep',
  };
  const dropped = new Set<string>();
  for (;;) {
    const before = withheld.size;
    const kept: Entry[] = [];
    for (const entry of entries) {
      if (withheld.has(refOf(entry))) continue;
      const { entry: rest, bare } = prune(entry, pruning);
      if (entry === brief || reached.has(refOf(entry))) {
        for (const path of bare) dropped.add(nameOf(entry, path));
      }
      if (rest === undefined) withheld.add(refOf(entry));
      else kept.push(rest);
    }
    if (withheld.size > before) continue;
    const diagnostics = [...dropped].map((id) => diagnose('takeaway-dropped', { id, audience }));
    return { records: group(resolved.records, kept), withheld, diagnostics };
  }
}

/** A takeaway by its id, or by its place in the brief that it is written in. */
function nameOf({ id }: Entry, path: DataPath): string {
  const index = path.findLast((step) => typeof step === 'number');
  return index === undefined ? id : `${id}, takeaway ${index + 1}`;
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
