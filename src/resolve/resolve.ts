/**
 * The third stage: ids → edges. It ties records to each other and copies nothing, so that a later
 * stage can still take any record away, and every edge to it.
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import type { Memory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Checked, Edge, Resolved } from '../model/stages.ts';
import { findCycles } from './cycles.ts';
import { edgesOf } from './edges-of.ts';
import { joinMissing } from './join-missing.ts';
import { checkKeyFigures } from './key-figures.ts';
import { tagEdges } from './tag-edges.ts';

/**
 * records → the same records and every edge between them; reports what points at nothing. With a memory,
 * a record that is the same object as before is only looked at again where it must be.
 */
export function resolve(checked: Checked, memory?: Memory): Outcome<Resolved> {
  const { records, broken } = checked;
  const diagnostics: Diagnostic[] = [];
  const edges: Edge[] = [];
  for (const entry of entriesOf(records)) {
    const outcome = edgesOf(checked, entry, memory);
    for (const edge of outcome.value) edges.push(edge);
    for (const diagnostic of outcome.diagnostics) diagnostics.push(diagnostic);
  }
  for (const brief of records.brief.values()) {
    const tagged = tagEdges(records, brief);
    for (const edge of tagged.value) edges.push(edge);
    diagnostics.push(...tagged.diagnostics, ...checkKeyFigures(records, brief));
  }
  // What a broken record refers to is looked at as well, so that all of it shows in one run.
  for (const entry of broken?.entries ?? []) {
    diagnostics.push(...edgesOf(checked, entry).diagnostics);
  }
  diagnostics.push(...findCycles(records));
  return { value: { ...checked, edges }, diagnostics: joinMissing(diagnostics) };
}
