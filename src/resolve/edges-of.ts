/**
 * One record → its edges to others. A project that is read again and again holds the very same records
 * but for those that were edited, so the edges of a record are kept for as long as everything that they
 * lead to is there, and is what it was where a sentence prints it.
 */
import { isPerhapsThere } from '../model/broken.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import { remember } from '../model/remember.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Broken, Checked, Edge, Entry, Leaf, Records } from '../model/stages.ts';
import { targetsOf } from '../model/targets.ts';
import { fieldEdge } from './field-edges.ts';
import { mentionEdges } from './mention-edges.ts';

/** records, one of them → its edges, and what it names that is not there. */
export function edgesOf(checked: Checked, entry: Entry): Outcome<readonly Edge[]> {
  const latest = latestOf(entry);
  if (latest.known?.isStillSo(checked.records) === true) return latest.known.outcome;
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const leaf of entry.leaves) {
    const outcome = edgesOfLeaf(checked, entry, leaf);
    edges.push(...outcome.value);
    diagnostics.push(...outcome.diagnostics);
  }
  const outcome = { value: edges, diagnostics };
  // Only where every name led somewhere do the edges say all that was asked for.
  const isWhole = diagnostics.length === 0 && isNothing(checked.broken);
  latest.known = isWhole ? { outcome, isStillSo: sameFor(checked.records, edges) } : undefined;
  return outcome;
}

interface Known {
  readonly outcome: Outcome<readonly Edge[]>;
  isStillSo(records: Records): boolean;
}

const latestOf = remember((_: Entry): { known: Known | undefined } => ({ known: undefined }));

function isNothing(broken: Broken | undefined): boolean {
  return broken === undefined || (broken.ids.size === 0 && broken.texts.length === 0);
}

/** records, edges made of them → a test whether other records would give the same edges. */
function sameFor(records: Records, edges: readonly Edge[]): Known['isStillSo'] {
  const named: (readonly [Kind, string])[] = [];
  const linked: Entry[] = [];
  for (const { to, via } of edges) {
    const slash = to.indexOf('/');
    // A reference is made of a kind and an id.
    const [kind, id] = [to.slice(0, slash) as Kind, to.slice(slash + 1)];
    const target = records[kind].get(id);
    if (via === 'cross-reference' && target !== undefined) linked.push(target);
    else named.push([kind, id]);
  }
  return (now) =>
    named.every(([kind, id]) => now[kind].has(id)) &&
    // A link may print what it leads to, and does not say which kind it means.
    linked.every((target) => {
      const [first, ...others] = targetsOf(now, target.id);
      return first === target && others.length === 0;
    });
}

function edgesOfLeaf(checked: Checked, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
  if (leaf.type === 'markdown') return mentionEdges(checked, entry, leaf);
  if (leaf.type !== 'reference' || leaf.target === undefined) return { value: [], diagnostics: [] };
  if (checked.records[leaf.target].has(leaf.value)) {
    return { value: [fieldEdge(entry, leaf)], diagnostics: [] };
  }
  const isThere = isPerhapsThere(checked.broken, leaf.value);
  return { value: [], diagnostics: isThere ? [] : [missing(checked, entry, leaf)] };
}

function missing({ records }: Checked, entry: Entry, { target, value, path }: Leaf): Diagnostic {
  const kind = target ?? entry.kind;
  const near = didYouMean(value, records[kind].keys());
  const hint = near === undefined ? 'add it, or take the reference out' : `did you mean "${near}"?`;
  return diagnose('reference-missing', { kind, id: value }, { ...placeOf(entry, path), hint });
}
