/** Edges that prose makes: citations `[@id, p. 3]`, and links to ids `[](#id)`. */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { type Fact, factOf } from '../model/fact.ts';
import { citationsIn, crossReferencesIn, withoutCode } from '../model/mentions.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeWithin, refOf } from '../model/place.ts';
import type { Edge, Entry, Leaf, Records } from '../model/stages.ts';
import { targetOf } from '../model/targets.ts';

/** One Markdown field → its edges; reports ids that do not exist and numbers that do not agree. */
export function mentionEdges(records: Records, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];
  if (leaf.value.includes('@')) {
    for (const cluster of citationsIn(withoutCode(leaf.value))) {
      for (const item of cluster.items) {
        const place = placeWithin(entry, leaf.path, item.start, item.end);
        if (records.source.has(item.id)) {
          edges.push(edge(entry, leaf, `source/${item.id}`, 'citation', place));
        } else {
          const near = didYouMean(item.id, records.source.keys());
          const hint = near === undefined ? {} : { hint: `did you mean "@${near}"?` };
          const slots = { kind: 'source', id: item.id };
          diagnostics.push(diagnose('reference-missing', slots, { ...place, ...hint }));
        }
      }
    }
  }
  if (leaf.value.includes('](#')) {
    for (const mention of crossReferencesIn(leaf.value)) {
      const place = placeWithin(entry, leaf.path, mention.start, mention.end);
      const found = targetOf(records, mention.target);
      if (found === undefined) {
        diagnostics.push(missingTarget(records, mention.target, place));
        continue;
      }
      edges.push(edge(entry, leaf, refOf(found), 'cross-reference', place));
      const text = mention.text ?? '';
      const problem = checkFact(found, mention.property, text, place);
      if (problem !== undefined) diagnostics.push(problem);
    }
  }
  return { value: edges, diagnostics };
}

function edge(entry: Entry, leaf: Leaf, to: Edge['to'], via: Edge['via'], place: Place): Edge {
  const span = place.span ?? { file: entry.file.path, start: 0, end: 0 };
  return { from: refOf(entry), to, via, path: leaf.path, span };
}

function missingTarget(records: Records, id: string, place: Place): Diagnostic {
  const near = didYouMean(id, [
    ...records.figure.keys(),
    ...records.finding.keys(),
    ...records.takeaway.keys(),
  ]);
  const hint = near === undefined ? {} : { hint: `did you mean "#${near}"?` };
  return diagnose('reference-missing', { kind: 'record', id }, { ...place, ...hint });
}

/** A finding is linked for its value: the value must exist, and a number in the text must agree. */
function checkFact(
  entry: Entry,
  property: string | undefined,
  text: string,
  place: Place,
): Diagnostic | undefined {
  const { id, kind } = entry;
  if (kind !== 'finding') {
    if (property !== undefined) {
      return diagnose('reference-value-missing', { id, value: property }, place);
    }
    const isNumbered = kind === 'figure' || kind === 'takeaway';
    return isNumbered || text !== ''
      ? undefined
      : diagnose('reference-target-unprintable', { id, kind }, place);
  }
  const fact = factOf(entry as Entry<'finding'>, property);
  if (fact === undefined) {
    if (property === undefined && text !== '') return undefined;
    const names = Object.keys((entry as Entry<'finding'>).data.values ?? {});
    const hint =
      names.length === 0
        ? 'give the finding a "value:", or write words between the brackets'
        : `write one of: ${names.map((name) => `#${id}.${name}`).join(', ')}`;
    if (property === undefined) {
      return diagnose('reference-target-unprintable', { id, kind }, { ...place, hint });
    }
    return diagnose('reference-value-missing', { id, value: property }, { ...place, hint });
  }
  return contradiction(id, fact, text, place);
}

function contradiction(id: string, fact: Fact, text: string, place: Place): Diagnostic | undefined {
  const written = /\d[\d.,\u00A0\u202F ]*\d|\d/.exec(text)?.[0];
  if (written === undefined) return undefined;
  const digits = written.replace(/[^\d]/g, '');
  const expected = String(fact.value).replace(/[^\d]/g, '');
  if (digits === expected) return undefined;
  return diagnose('value-contradicted', { id, written, value: String(fact.value) }, place);
}
