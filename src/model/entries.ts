/** All records of a build, whatever their kind, in order of kind and file. */
import type { Entry, Records } from './stages.ts';

/** records → entries. */
export function entriesOf(records: Records): Entry[] {
  return Object.values(records).flatMap((byId: ReadonlyMap<string, Entry>) => [...byId.values()]);
}
