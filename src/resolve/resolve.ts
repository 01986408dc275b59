/**
 * The third stage: ids → edges. It ties records to each other and copies nothing, so that a later
 * stage can still take any record away, and every edge to it.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { entriesOf } from '../model/entries.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Checked, Edge, Entry, Records, Resolved } from '../model/stages.ts';
import { findCycles } from './cycles.ts';
import { fieldEdge, tagEdges } from './field-edges.ts';
import { mentionEdges } from './mention-edges.ts';

/** records → the same records and every edge between them; reports what points at nothing. */
export function resolve(checked: Checked): Outcome<Resolved> {
  const diagnostics: Diagnostic[] = [];
  const edges: Edge[] = [];
  for (const entry of entriesOf(checked.records)) {
    for (const leaf of entry.leaves) {
      if (leaf.type === 'reference' && leaf.target !== undefined) {
        if (checked.records[leaf.target].has(leaf.value)) edges.push(fieldEdge(entry, leaf));
        else diagnostics.push(missing(checked.records, entry, leaf.target, leaf.value, leaf.path));
      }
      if (leaf.type !== 'markdown') continue;
      const mentions = mentionEdges(checked.records, entry, leaf);
      edges.push(...mentions.value);
      diagnostics.push(...mentions.diagnostics);
    }
    if (entry.kind === 'brief') edges.push(...tagEdges(checked.records, entry));
  }
  diagnostics.push(...findCycles(checked.records));
  return { value: { ...checked, edges }, diagnostics };
}

function missing(
  records: Records,
  entry: Entry,
  kind: Kind,
  id: string,
  path: readonly (string | number)[],
): Diagnostic {
  const near = didYouMean(id, records[kind].keys());
  const hint = near === undefined ? `add it, or take the reference out` : `did you mean "${near}"?`;
  return diagnose('reference-missing', { kind, id }, { ...placeOf(entry, path), hint });
}
