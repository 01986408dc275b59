/** What a record rests on, for the page: the tree of `brief trace`, each record with its place. */

import type { Kind } from '../../model/schema/kinds.ts';
import { positionAt, type Span } from '../../model/span.ts';
import type { Entry, Records } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import { type TraceNode, trace } from '../graph/trace.ts';
import type { Locate } from './locate.ts';
import type { EvidenceView } from './messages.ts';

/** Labels that say nothing new. */
const ordinary = new Set(['supports', 'current', 'active', 'TLP:CLEAR']);

/**
 * project, a record, the place in it that was pointed at → what the record rests on. Of a brief, only
 * the takeaway is meant that is written there.
 */
export function evidenceOf(
  { resolved }: Pick<Project, 'resolved'>,
  entry: Entry,
  place: Pick<Span, 'start'>,
  locate: Locate,
): readonly EvidenceView[] {
  const view = (node: TraceNode) => viewOf(node, resolved.records, locate);
  const { children } = trace(resolved, entry);
  if (entry.kind !== 'brief') return children.map(view);
  const index = inlineTakeaway(entry, place.start);
  const taken = children.find(({ ref }) => ref.endsWith(`#${index + 1}`));
  return (taken?.children ?? []).map(view);
}

/** The takeaway of a brief that is written out at a place, by its number from 0; else -1. */
function inlineTakeaway({ data, file, path }: Entry, start: number): number {
  const { takeaways } = data as Entry<'brief'>['data'];
  if (!Array.isArray(takeaways)) return -1;
  return takeaways.findIndex((item, index) => {
    if (typeof item === 'string') return false;
    const span = file.locate([...path, 'takeaways', index]);
    return span.start <= start && start <= span.end;
  });
}

function viewOf(node: TraceNode, records: Records, locate: Locate): EvidenceView {
  const { ref, label, stance, locator, grade, status, marking, quote, children } = node;
  const entry = entryOf(records, ref);
  return {
    ref,
    label,
    notes: [stance, locator, grade, status, marking].filter(
      (note) => note !== undefined && !ordinary.has(note),
    ) as string[],
    quote,
    where: entry === undefined ? undefined : whereIs(entry, locate),
    children: children.map((child) => viewOf(child, records, locate)),
  };
}

/** The name of a record, in its file. */
export function whereIs({ file, path }: Entry, locate: Locate) {
  const { line, column } = positionAt(file.text, file.locateKey(path).start);
  return locate.link({ file: file.path, line, column });
}

function entryOf(records: Records, ref: string): Entry | undefined {
  const slash = ref.indexOf('/');
  // A reference is made of a kind and an id.
  return records[ref.slice(0, slash) as Kind]?.get(ref.slice(slash + 1));
}
