/** Edges of a brief that asks for all takeaways with a tag. */
import { diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { placeOf, refOf } from '../model/place.ts';
import type { Edge, Entry, Records } from '../model/stages.ts';

/** records, brief → one edge a takeaway, in order of the records; reports a tag that finds none. */
export function tagEdges(records: Records, brief: Entry<'brief'>): Outcome<Edge[]> {
  const wanted = brief.data.takeaways;
  if (wanted === undefined || Array.isArray(wanted)) return clean([]);
  const { tag } = wanted;
  const path = ['takeaways', 'tag'];
  const place = placeOf(brief, path);
  const takeaways = [...records.takeaway.values()];
  const found = takeaways.filter(({ data }) => data.tags?.includes(tag));
  if (found.length === 0) {
    const near = didYouMean(tag, new Set(takeaways.flatMap(({ data }) => data.tags ?? [])));
    const hint = near === undefined ? {} : { hint: `did you mean "${near}"?` };
    return { value: [], diagnostics: [diagnose('tag-unused', { tag }, { ...place, ...hint })] };
  }
  const span = place.span ?? { file: brief.file.path, start: 0, end: 0 };
  const edges = found.map(
    ({ id }): Edge => ({ from: refOf(brief), to: `takeaway/${id}`, via: 'field', path, span }),
  );
  return clean(edges);
}
