/** What was left out on the way to the records: later stages look at its words and miss nothing of it. */
import { type Memory, noMemory } from '../model/memory.ts';
import { joinPath } from '../model/place.ts';
import { schemas } from '../model/schema/kinds.ts';
import { leavesOf } from '../model/schema/leaves.ts';
import type { Broken, DataPath, Entry, Loaded, Records } from '../model/stages.ts';
import { unreadable } from '../model/unreadable.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { tangleIn } from './tangle.ts';

/** loaded files, the records that passed → the rest. */
export function brokenIn(loaded: Loaded, records: Records, memory: Memory = noMemory): Broken {
  const hasPassed = ({ kind, id, file }: Draft) => records[kind].get(id)?.file.path === file.path;
  const texts = [...(loaded.unread ?? [])];
  const entries: Entry[] = [];
  for (const file of loaded.files) {
    const drafts = memory.once('drafts', file, () => draftsOf(file));
    if (drafts.diagnostics.length > 0) texts.push(file.text);
    for (const draft of drafts.value) if (!hasPassed(draft)) entries.push(entryOf(draft));
  }
  return { ids: new Set(entries.map(({ id }) => id)), texts, entries };
}

function entryOf({ kind, id, file, path, value }: Draft): Entry {
  const result = schemas[kind].safeParse(value);
  const faulty = result.success ? [] : result.error.issues.map(({ path: at }) => at as DataPath);
  const data = blot(value, [], new Set(faulty.map(joinPath)));
  const leaves = leavesOf(schemas[kind], data).filter((leaf) => tangleIn(leaf) === undefined);
  // What a broken entry's data are good for is said in model/broken.ts.
  return { kind, id, file, path, data, leaves } as unknown as Entry;
}

/** A value without what has been reported in it. A mistake in a group's names leaves its values. */
function blot(value: unknown, path: DataPath, faulty: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item, index) => blot(item, [...path, index], faulty));
  if (typeof value !== 'object' || value === null) {
    return faulty.has(joinPath(path)) ? unreadable : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, blot(child, [...path, key], faulty)]),
  );
}
