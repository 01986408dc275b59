/** Quotations: a partial one needs a sentence to stand in, an original its language. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf, placeOfKey } from '../../model/place.ts';
import type { RuleContext } from './rule.ts';

/** records → `quote-lead-missing`, `quote-language-missing`. */
export function checkQuotes({ checked: { records } }: RuleContext): Diagnostic[] {
  return [...records.quote.values()].flatMap((entry) => {
    const { kind, lead, original, lang } = entry.data;
    const { id } = entry;
    const found: Diagnostic[] = [];
    if (kind === 'partial' && lead === undefined) {
      found.push(diagnose('quote-lead-missing', { id }, placeOfKey(entry)));
    }
    if (original !== undefined && lang === undefined) {
      found.push(diagnose('quote-language-missing', { id }, placeOf(entry, ['original'])));
    }
    return found;
  });
}
