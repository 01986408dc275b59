/** A document's label is at least as strict as its strictest item. Source: TLP 2.0 and our own rule. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { defaultMarking, markOf } from '../model/marks.ts';
import { placeOf } from '../model/place.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { DataPath, Edge, Entry, Ref, Resolved } from '../model/stages.ts';

/** brief, label, what it draws on → `marking-stricter-than-brief`, at the place that draws it in. */
export function stricterThanBrief(
  resolved: Resolved,
  brief: Entry<'brief'>,
  label: Marking,
  reached: ReadonlyMap<Ref, Edge>,
): Diagnostic[] {
  const fallback = defaultMarking(resolved.records);
  const records = [...reached].flatMap(([ref, edge]): Diagnostic[] => {
    const entry = entryOf(resolved, ref);
    if (entry === undefined) return [];
    const marking = markOf(entry, fallback);
    if (!isCleared(marking, label)) {
      const { span: at } = placeOf(entry, 'marking' in entry.data ? ['marking'] : []);
      const related = at === undefined ? [] : [{ message: 'it is marked here', span: at }];
      return [report(entry, marking, brief, label, { span: edge.span, related })];
    }
    return strictParts(entry, brief, label);
  });
  return [...records, ...strictParts(brief, brief, label)];
}

function report(
  entry: Entry,
  marking: Marking,
  brief: Entry<'brief'>,
  label: Marking,
  place: Parameters<typeof diagnose>[2],
): Diagnostic {
  const slots = { kind: entry.kind, id: entry.id, marking, brief: brief.id, label };
  return diagnose('marking-stricter-than-brief', slots, { ...place, brief: brief.id });
}

/** Parts of a record that carry a label of their own. */
function strictParts(entry: Entry, brief: Entry<'brief'>, label: Marking): Diagnostic[] {
  return partMarks(entry.data, []).flatMap(({ path, marking }) =>
    isCleared(marking, label) ? [] : [report(entry, marking, brief, label, placeOf(entry, path))],
  );
}

function partMarks(value: unknown, path: DataPath): { path: DataPath; marking: Marking }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'marking' && path.length > 0 && child !== null) {
      return [{ path: [...path, key], marking: markingOf(child) }];
    }
    return partMarks(child, [...path, step]);
  });
}

function entryOf(resolved: Resolved, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  return resolved.records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
