/**
 * Prose that prints a withheld value would have a hole in its sentence, so it cannot be shown at
 * all. A citation of a withheld source is dropped without a trace; a link keeps its words.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import { refOf } from '../model/place.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Edge, Entry, Records, Ref, Resolved } from '../model/stages.ts';

/** graph, what is shown, brief → `mention-withheld` for each sentence with a hole in it. */
export function mentionProblems(
  resolved: Resolved,
  shown: Records,
  brief: Entry<'brief'>,
  reached: ReadonlyMap<Ref, Edge>,
  audience: Marking,
): Diagnostic[] {
  return resolved.edges
    .filter((edge) => edge.via === 'cross-reference')
    .filter((edge) => edge.from === refOf(brief) || reached.has(edge.from))
    .filter((edge) => isShown(shown, edge.from) && !isShown(shown, edge.to))
    .filter((edge) => isHole(resolved, edge))
    .map((edge) => {
      const [kind, id] = split(edge.from);
      const place = { span: edge.span, brief: brief.id };
      return diagnose('mention-withheld', { kind, id, audience }, place);
    });
}

/** `[](#id)` prints what it points at; `[words](#id)` prints its own words. */
function isHole(resolved: Resolved, { from, span }: Edge): boolean {
  const [kind, id] = split(from);
  const text = resolved.records[kind].get(id)?.file.text ?? '';
  return text.slice(span.start, span.start + 2) === '[]';
}

function isShown(records: Records, ref: Ref): boolean {
  const [kind, id] = split(ref);
  return records[kind].has(id);
}

function split(ref: Ref): [Kind, string] {
  const slash = ref.indexOf('/');
  return [ref.slice(0, slash) as Kind, ref.slice(slash + 1)];
}
