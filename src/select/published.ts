/**
 * Which documents of the output folder an index may name. It fails closed: a label that is not known, or
 * that the brief has been given since, counts as the strictest.
 */
import { isCleared, markingOf } from '../model/marking.ts';
import { defaultMarking, portionMark } from '../model/marks.ts';
import type { Published } from '../model/site.ts';
import type { Records } from '../model/stages.ts';

/**
 * documents, records, whether the index is for the office alone → the documents that it names. For
 * everybody that is what is TLP:CLEAR, by the label of the document and by the one that the words of its
 * brief carry today, and in force or withdrawn.
 */
export function namedInIndex(
  documents: readonly Published[],
  records: Records,
  isInternal: boolean,
): readonly Published[] {
  if (isInternal) return documents;
  const fallback = defaultMarking(records);
  return documents.filter(({ id, marking, about }) => {
    const brief = records.brief.get(id);
    const words = brief === undefined ? undefined : portionMark(brief, fallback);
    const labels = [markingOf(marking), markingOf(words)];
    const isOpen = labels.every((label) => isCleared(label, 'TLP:CLEAR'));
    return isOpen && (about.status === 'final' || about.status === 'withdrawn');
  });
}
