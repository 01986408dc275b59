/** A frozen edition's records → the selected brief that it was made from. */
import type { Marking } from '../model/marking.ts';
import type { Entry, Records, Selected } from '../model/stages.ts';

/** records of an edition, its brief, its audience → what `select` gave on the day of release. */
export function thaw(
  records: Records,
  brief: Entry<'brief'>,
  labels: { readonly audience: Marking; readonly marking: Marking },
  bytes: ReadonlyMap<string, Uint8Array>,
): Selected {
  const selected = {
    brief,
    records,
    ...labels,
    withheldCount: 0,
    emptied: [],
    attachments: { bytes, tables: new Map() },
  };
  // Only what had been selected for this audience was frozen, so the brand still tells the truth.
  return selected as unknown as Selected;
}
