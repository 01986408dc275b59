/** Edges that prose makes: citations `[@id, p. 3]`, and links to ids `[](#id)`. */
import { isPerhapsThere } from '../model/broken.ts';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import {
  citedIn,
  crossReferencesIn,
  malformedCitationsIn,
  withoutCode,
} from '../model/mentions.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOfKey, placeWithin, refOf } from '../model/place.ts';
import type { Span } from '../model/span.ts';
import type { Checked, Edge, Entry, Leaf } from '../model/stages.ts';
import { linkableIn, targetOf, targetsOf } from '../model/targets.ts';
import { checkFact } from './check-fact.ts';

/** One Markdown field → its edges; reports ids that do not exist and numbers that do not agree. */
export function mentionEdges(checked: Checked, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
  const outcomes = [
    leaf.value.includes('@') ? citations(checked, entry, leaf) : undefined,
    leaf.value.includes('](') ? crossReferences(checked, entry, leaf) : undefined,
  ];
  return {
    value: outcomes.flatMap((outcome) => outcome?.value ?? []),
    diagnostics: outcomes.flatMap((outcome) => outcome?.diagnostics ?? []),
  };
}

function citations({ records, broken }: Checked, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];
  const plain = withoutCode(leaf.value);
  for (const { start, end } of malformedCitationsIn(plain)) {
    const text = leaf.value.slice(start, end);
    const place = placeWithin(entry, leaf.path, start, end);
    diagnostics.push(diagnose('citation-malformed', { text }, place));
  }
  for (const { id, start, end } of citedIn(plain).flatMap(({ sources }) => sources)) {
    const place = () => placeWithin(entry, leaf.path, start, end);
    if (records.source.has(id)) {
      edges.push(edge(entry, leaf, `source/${id}`, 'citation', place));
    } else if (!isPerhapsThere(broken, id)) {
      const near = didYouMean(id, records.source.keys());
      const hint =
        near === undefined
          ? 'add the source, or write \\[ before a bracket that is no citation'
          : `did you mean "@${near}"?`;
      const slots = { kind: 'source', id };
      diagnostics.push(diagnose('reference-missing', slots, { ...place(), hint }));
    }
  }
  return { value: edges, diagnostics };
}

function crossReferences({ records, broken }: Checked, entry: Entry, leaf: Leaf): Outcome<Edge[]> {
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const mention of crossReferencesIn(leaf.value)) {
    const place = () => placeWithin(entry, leaf.path, mention.start, mention.end);
    const found = targetOf(records, mention.target);
    if (found === undefined) {
      if (isPerhapsThere(broken, mention.target)) continue;
      const near = didYouMean(mention.target, linkableIn(records));
      const hint = near === undefined ? {} : { hint: `did you mean "#${near}"?` };
      const slots = { kind: 'record', id: mention.target };
      diagnostics.push(diagnose('reference-missing', slots, { ...place(), ...hint }));
      continue;
    }
    edges.push(edge(entry, leaf, refOf(found), 'cross-reference', place));
    diagnostics.push(...ambiguity(targetsOf(records, found.id), place));
    diagnostics.push(...checkFact(found, mention, place));
  }
  return { value: edges, diagnostics };
}

/** Ids are unique per kind only; a link does not say which kind it means. */
function ambiguity(found: readonly Entry[], place: () => Place): Diagnostic[] {
  const [chosen, ...others] = found;
  if (chosen === undefined || others.length === 0) return [];
  const related = found.flatMap((entry) => {
    const { span } = placeOfKey(entry);
    return span === undefined ? [] : [{ message: `the ${entry.kind}`, span }];
  });
  const slots = { id: chosen.id, kind: chosen.kind };
  return [diagnose('reference-ambiguous', slots, { ...place(), related })];
}

function edge(
  entry: Entry,
  leaf: Leaf,
  to: Edge['to'],
  via: Edge['via'],
  place: () => Place,
): Edge {
  let known: Span | undefined;
  return {
    from: refOf(entry),
    to,
    via,
    path: leaf.path,
    // Most edges are followed without anybody asking where they stand.
    get span() {
      known ??= place().span ?? { file: entry.file.path, start: 0, end: 0 };
      return known;
    },
  };
}
