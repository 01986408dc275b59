/**
 * One record → its edges to others. A project that is read again and again holds the very same records
 * but for those that were edited, so the edges of a record are kept for as long as everything that they
 * lead to is there, and is what it was where a sentence prints it.
 */
import { isPerhapsThere } from '../model/broken.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf, refOf } from '../model/place.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Broken, Checked, Edge, Entry, Leaf, Records, Ref } from '../model/stages.ts';
import { targetsOf } from '../model/targets.ts';
import { fieldEdge } from './field-edges.ts';
import { mentionEdges } from './mention-edges.ts';

/** records, one of them → its edges, and what it names that is not there. */
export function edgesOf(
  checked: Checked,
  entry: Entry,
  memory: Memory = noMemory,
): Outcome<readonly Edge[]> {
  if (memory === noMemory) return freshEdgesOf(checked, entry);
  const latest = memory.once('edges', entry, (): Latest => ({ known: undefined }));
  if (latest.known?.isStillSo(checked.records) === true) return latest.known.outcome;
  const outcome = freshEdgesOf(checked, entry);
  const { value: edges, diagnostics } = outcome;
  // Only where every name led somewhere do the edges say all that was asked for.
  const isWhole = diagnostics.length === 0 && isNothing(checked.broken);
  latest.known = isWhole ? { outcome, isStillSo: sameFor(checked.records, edges) } : undefined;
  return outcome;
}

interface Known {
  readonly outcome: Outcome<readonly Edge[]>;
  isStillSo(records: Records): boolean;
}

interface Latest {
  known: Known | undefined;
}

function freshEdgesOf(checked: Checked, entry: Entry): Outcome<readonly Edge[]> {
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];
  // One name for all of its edges: they are sorted by it.
  const from = refOf(entry);
  for (const leaf of entry.leaves) {
    const outcome = edgesOfLeaf(checked, entry, leaf, from);
    for (const edge of outcome.value) edges.push(edge);
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
  }
  return { value: edges, diagnostics };
}

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

const nothing: Outcome<readonly Edge[]> = { value: [], diagnostics: [] };

function edgesOfLeaf(
  checked: Checked,
  entry: Entry,
  leaf: Leaf,
  from: Ref,
): Outcome<readonly Edge[]> {
  if (leaf.type === 'markdown') return mentionEdges(checked, entry, leaf);
  if (leaf.type !== 'reference' || leaf.target === undefined) return nothing;
  if (checked.records[leaf.target].has(leaf.value)) {
    return { value: [fieldEdge(entry, leaf, from)], diagnostics: [] };
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
