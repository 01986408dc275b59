/** All records → those that an audience may see, each without the parts that it may not. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { isCleared, type Marking } from '../model/marking.ts';
import { defaultMarking, markOf } from '../model/marks.ts';
import { refOf } from '../model/place.ts';
import { rememberFor } from '../model/remember.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { DataPath, Entry, Records, Ref, Resolved } from '../model/stages.ts';
import type { Pruning } from './prune.ts';
import { pruneAgain } from './prune-again.ts';

/** What may be shown, and the names of what may not. */
export interface Shown {
  readonly records: Records;
  readonly withheld: ReadonlySet<Ref>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * graph, brief, audience, what the brief draws on → what may be shown; of the briefs this one alone.
 * Reports `takeaway-dropped`.
 */
export function filterRecords(
  resolved: Resolved,
  brief: Entry<'brief'>,
  audience: Marking,
  reached: ReadonlyMap<Ref, unknown>,
): Shown {
  const others = withoutBriefs(resolved, audience);
  const withheld = new Set(others.withheld);
  const { entry: rest, bare } = pruneAgain(brief, pruningOf(resolved, audience, withheld));
  if (rest === undefined) withheld.add(refOf(brief));
  const dropped = [...others.dropped].filter(([ref]) => reached.has(ref)).flatMap(([, ids]) => ids);
  const own = bare.map((path) => nameOf(brief, path));
  const diagnostics = [...new Set([...dropped, ...own])].map((id) =>
    diagnose('takeaway-dropped', { id, audience }),
  );
  // Grouped by its own kind, which is what the type says.
  const briefs = rest === undefined ? [] : [[brief.id, rest as Entry<'brief'>] as const];
  return { records: { ...others.records, brief: new Map(briefs) }, withheld, diagnostics };
}

/** All that is no brief, as an audience may see it: the same for every brief of a project. */
interface Others {
  readonly records: Records;
  readonly withheld: ReadonlySet<Ref>;
  /** Record → takeaways in it that were left without a finding. */
  readonly dropped: ReadonlyMap<Ref, readonly string[]>;
}

/**
 * Takes records away until nothing points at one that is gone: a quotation whose source is withheld
 * cannot be attributed, so it goes as well, and so may what stood on it.
 */
const withoutBriefs = rememberFor((resolved: Resolved, audience: Marking): Others => {
  const fallback = defaultMarking(resolved.records);
  const entries = entriesOf(resolved.records).filter(({ kind }) => kind !== 'brief');
  const withheld = new Set<Ref>(
    entries.filter((entry) => !isCleared(markOf(entry, fallback), audience)).map(refOf),
  );
  const pruning = pruningOf(resolved, audience, withheld);
  const dropped = new Map<Ref, readonly string[]>();
  for (;;) {
    const before = withheld.size;
    const kept: Entry[] = [];
    for (const entry of entries) {
      const ref = refOf(entry);
      if (withheld.has(ref)) continue;
      const { entry: rest, bare } = pruneAgain(entry, pruning);
      if (bare.length > 0)
        dropped.set(
          ref,
          bare.map((path) => nameOf(entry, path)),
        );
      if (rest === undefined) withheld.add(ref);
      else kept.push(rest);
    }
    if (withheld.size === before)
      return { records: group(resolved.records, kept), withheld, dropped };
  }
});

function pruningOf({ records }: Resolved, audience: Marking, withheld: ReadonlySet<Ref>): Pruning {
  const [publisher] = records.publisher.values();
  return {
    audience,
    isWithheld: (ref) => withheld.has(ref),
    dropsBare: publisher?.data.defaults?.withoutEvidence !== 'keep',
  };
}

/** A takeaway by its id, or by its place in the brief that it is written in. */
function nameOf({ id }: Entry, path: DataPath): string {
  const index = path.findLast((step) => typeof step === 'number');
  return index === undefined ? id : `${id}, takeaway ${index + 1}`;
}

function group(all: Records, kept: readonly Entry[]): Records {
  const kinds = Object.keys(all) as Kind[];
  const byKind = new Map(kinds.map((kind) => [kind, new Map<string, Entry>()]));
  for (const entry of kept) byKind.get(entry.kind)?.set(entry.id, entry);
  // Grouped by each entry's own kind, which is what the type says.
  return Object.fromEntries(byKind) as unknown as Records;
}
