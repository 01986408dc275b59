/** What was left out on the way to the records: later stages look at its words and miss nothing of it. */
import { entriesOf } from '../model/entries.ts';
import { joinPath } from '../model/place.ts';
import { schemas } from '../model/schema/kinds.ts';
import { leavesOf } from '../model/schema/leaves.ts';
import type { Broken, DataPath, Entry, Leaf, Loaded, Records } from '../model/stages.ts';
import { type Draft, draftsOf } from './drafts.ts';

/** loaded files, the records that passed → the rest. */
export function brokenIn(loaded: Loaded, records: Records): Broken {
  const passed = new Set(entriesOf(records).map(nameOf));
  const texts = [...(loaded.unread ?? [])];
  const entries: Entry[] = [];
  for (const file of loaded.files) {
    const drafts = draftsOf(file);
    if (drafts.diagnostics.length > 0) texts.push(file.text);
    const left = drafts.value.filter((draft) => !passed.has(nameOf(draft)));
    entries.push(...left.map(entryOf));
  }
  return { ids: new Set(entries.map(({ id }) => id)), texts, entries };
}

function nameOf({ file, kind, id }: Pick<Draft, 'file' | 'kind' | 'id'>): string {
  return `${file.path} ${kind} ${id}`;
}

function entryOf({ kind, id, file, path, value }: Draft): Entry {
  const result = schemas[kind].safeParse(value);
  const faulty = result.success ? [] : result.error.issues.map(({ path: at }) => at as DataPath);
  const leaves = leavesOf(schemas[kind], value).filter((leaf) => !isFaulty(leaf, faulty));
  // Whoever takes a broken entry takes its leaves alone; see the contract in model/broken.ts.
  return { kind, id, file, path, data: value, leaves } as unknown as Entry;
}

/** A mistake with a field's name is none of its value, so only exact places count. */
function isFaulty({ path }: Leaf, faulty: readonly DataPath[]): boolean {
  const place = joinPath(path);
  return faulty.some((at) => joinPath(at) === place);
}
