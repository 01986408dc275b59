/** What stands on something that has been retracted: no date says so, so no half-life finds it. */
import { entriesOf } from '../../model/entries.ts';
import type { Entry, Ref, Resolved } from '../../model/stages.ts';
import { whereUsed } from './where-used.ts';

/**
 * graph → record → ids of the retracted sources and findings that it rests on. Findings and takeaways
 * at any distance; a brief only where its own words name what was retracted.
 */
export function retractedBelow(resolved: Resolved): ReadonlyMap<Ref, readonly string[]> {
  const below = new Map<Ref, string[]>();
  for (const entry of entriesOf(resolved.records).filter(isRetracted)) {
    for (const { ref, distance, places } of whereUsed(resolved, entry).uses) {
      const isOwn = distance === 1 && places.length > 0;
      const isAsked = /^(?:finding|takeaway)\//.test(ref) || (ref.startsWith('brief/') && isOwn);
      if (isAsked) below.set(ref, [...(below.get(ref) ?? []), entry.id]);
    }
  }
  return below;
}

/** True for a source or a finding that no longer stands. */
export function isRetracted(entry: Entry): boolean {
  return 'status' in entry.data && entry.data.status === 'retracted';
}
