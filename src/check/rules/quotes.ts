/** Quotations: a partial one needs a sentence to stand in. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOfKey } from '../../model/place.ts';
import type { Checked } from '../../model/stages.ts';

/** records → `quote-lead-missing`. */
export function checkQuotes({ records }: Checked): Diagnostic[] {
  return [...records.quote.values()]
    .filter(({ data }) => data.kind === 'partial' && data.lead === undefined)
    .map((entry) => diagnose('quote-lead-missing', { id: entry.id }, placeOfKey(entry)));
}
