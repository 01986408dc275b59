/**
 * The third stage: ids → edges. It ties records to each other and copies nothing, so that a later
 * stage can still take any record away, and every edge to it.
 */
import { isPerhapsThere } from '../model/broken.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { entriesOf } from '../model/entries.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import type { Checked, Edge, Entry, Leaf, Resolved } from '../model/stages.ts';
import { findCycles } from './cycles.ts';
import { fieldEdge } from './field-edges.ts';
import { joinMissing } from './join-missing.ts';
import { checkKeyFigures } from './key-figures.ts';
import { mentionEdges } from './mention-edges.ts';
import { tagEdges } from './tag-edges.ts';

/** records → the same records and every edge between them; reports what points at nothing. */
export function resolve(checked: Checked): Outcome<Resolved> {
  const { records, broken } = checked;
  const diagnostics: Diagnostic[] = [];
  const edges: Edge[] = [];
  for (const entry of entriesOf(records)) {
    for (const leaf of entry.leaves) {
      const outcome = edgesOf(checked, entry, leaf);
      edges.push(...outcome.value);
      diagnostics.push(...outcome.diagnostics);
    }
  }
  for (const brief of records.brief.values()) {
    const tagged = tagEdges(records, brief);
    edges.push(...tagged.value);
    diagnostics.push(...tagged.diagnostics, ...checkKeyFigures(records, brief));
  }
  // What a broken record refers to is looked at as well, so that all of it shows in one run.
  for (const entry of broken?.entries ?? []) {
    diagnostics.push(...entry.leaves.flatMap((leaf) => edgesOf(checked, entry, leaf).diagnostics));
  }
  diagnostics.push(...findCycles(records));
  return { value: { ...checked, edges }, diagnostics: joinMissing(diagnostics) };
}

function edgesOf(checked: Checked, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
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
