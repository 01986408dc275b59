/** Markings: without a default, whatever says nothing counts as the strictest, and somebody should know. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOfKey } from '../../model/place.ts';
import type { RuleContext } from './rule.ts';

/** records → `marking-default-missing`, once. */
export function checkMarkings({ checked: { records }, entries }: RuleContext): Diagnostic[] {
  const [publisher] = records.publisher.values();
  if (publisher === undefined || publisher.data.defaults?.marking !== undefined) return [];
  const count = entries.filter(
    ({ kind, data }) =>
      kind !== 'publisher' &&
      kind !== 'scale' &&
      !('marking' in data && data.marking !== undefined),
  ).length;
  if (count === 0) return [];
  const field = publisher.data.defaults === undefined ? [] : ['defaults'];
  return [diagnose('marking-default-missing', { count }, placeOfKey(publisher, field))];
}
