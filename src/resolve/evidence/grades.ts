/** F and 6 mean "cannot be judged". A takeaway with nothing else says more than it can. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { Resolved } from '../../model/stages.ts';
import { isSupporting, isSupportKnown, supportOf } from '../../model/support.ts';

/** graph → `evidence-ungraded`. Sources without any grade are not counted. */
export function grades({ records }: Resolved): Diagnostic[] {
  return [...records.takeaway.values()].flatMap((takeaway) => {
    if (!isSupportKnown(records, takeaway.data)) return [];
    const given = supportOf(records, takeaway.data)
      .filter(isSupporting)
      .flatMap(({ source }) => source.data.grade ?? []);
    const isUnknown = (grade: string) => grade.startsWith('F') || grade.endsWith('6');
    if (given.length === 0 || !given.every(isUnknown)) return [];
    return [diagnose('evidence-ungraded', { id: takeaway.id }, placeOf(takeaway, ['findings']))];
  });
}
