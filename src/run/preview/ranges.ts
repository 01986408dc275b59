/** Which record stands where: from a place in a file back to the record that holds it. */
import { entriesOf } from '../../model/entries.ts';
import type { Span } from '../../model/span.ts';
import type { Entry, Records } from '../../model/stages.ts';

/** place → the innermost record around it; undefined between records. */
export type RecordAt = (place: Pick<Span, 'file' | 'start'>) => Entry | undefined;

/** records → a look-up. Each file's records stand one after the other, so it searches by halves. */
export function recordsByPlace(records: Records): RecordAt {
  const byFile = Map.groupBy(entriesOf(records), ({ file }) => file.path);
  const ranges = new Map(
    [...byFile].map(([path, entries]) => [
      path,
      entries.map(rangeOf).sort((a, b) => a.start - b.start),
    ]),
  );
  return ({ file, start }) => {
    const all = ranges.get(file) ?? [];
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found = all[low - 1];
    return found !== undefined && start <= found.end ? found.entry : undefined;
  };
}

function rangeOf(entry: Entry) {
  // A brief is a whole file, its comments included.
  if (entry.path.length === 0) return { entry, start: 0, end: entry.file.text.length };
  const { start } = entry.file.locateKey(entry.path);
  return { entry, start, end: entry.file.locate(entry.path).end };
}
