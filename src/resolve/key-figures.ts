/** Key figures of a brief: each names a number that its finding has. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { factOf } from '../model/fact.ts';
import { placeOf } from '../model/place.ts';
import type { Entry, Records } from '../model/stages.ts';
import { missingValue } from './check-fact.ts';

/** records, brief → `reference-value-missing` or `reference-target-unprintable`. */
export function checkKeyFigures(records: Records, brief: Entry<'brief'>): Diagnostic[] {
  return (brief.data.keyFigures ?? []).flatMap(({ finding: id, value }, index) => {
    const finding = records.finding.get(id);
    if (finding === undefined || factOf(finding, value) !== undefined) return [];
    const field = value === undefined ? 'finding' : 'value';
    return [missingValue(finding, value, placeOf(brief, ['keyFigures', index, field]))];
  });
}
