/** A judgement that rests on one source, or on sources of one publisher, is as strong as that one. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { Resolved } from '../../model/stages.ts';
import { isSupporting, isSupportKnown, publisherOf, supportOf } from '../../model/support.ts';

/** graph → `evidence-single-source`, `evidence-single-publisher`. */
export function variety({ records }: Resolved): Diagnostic[] {
  return [...records.takeaway.values()].flatMap((takeaway) => {
    if (!isSupportKnown(records, takeaway.data)) return [];
    const support = supportOf(records, takeaway.data).filter(isSupporting);
    const sources = new Map(support.map(({ source }) => [source.id, source]));
    const { id } = takeaway;
    const [first] = sources.values();
    if (first === undefined) return [];
    if (sources.size === 1) {
      const slots = { id, source: first.id };
      return [diagnose('evidence-single-source', slots, placeOf(takeaway, ['findings']))];
    }
    const publishers = new Set([...sources.values()].map(publisherOf));
    const [publisher] = publishers;
    if (publishers.size > 1 || publisher === undefined) return [];
    const slots = { id, publisher };
    return [diagnose('evidence-single-publisher', slots, placeOf(takeaway, ['findings']))];
  });
}
