/**
 * What a run is about to put in place, written down before it starts. A run that is killed halfway
 * leaves new files under an old manifest; by this note the next run knows them as ours, and does not
 * take them for files that somebody changed by hand.
 */
import { z } from 'zod';
import type { Files } from '../model/host.ts';
import { readText } from './manifest.ts';

/** Name → hashes that files of killed runs may have. */
export type Pending = ReadonlyMap<string, readonly string[]>;

const pendingPath = '.brief/pending.json';

const pendingFile = z.record(z.string(), z.array(z.string()));

/** output folder → what earlier runs left; undefined where none was killed. */
export async function readPending(files: Files): Promise<Pending | undefined> {
  const text = await readText(files, pendingPath);
  if (text === undefined) return undefined;
  try {
    return new Map(Object.entries(pendingFile.parse(JSON.parse(text))));
  } catch {
    // Nothing but our own atomic writes makes this file; a broken one tells nothing and is replaced.
    return new Map();
  }
}

/** Adds name → hash to what earlier runs left, and writes it down. */
export async function writePending(
  files: Files,
  earlier: Pending | undefined,
  next: ReadonlyMap<string, string>,
): Promise<void> {
  const all = new Map(earlier);
  for (const [name, hash] of next) {
    all.set(name, [...new Set([...(all.get(name) ?? []), hash])]);
  }
  await files.write(pendingPath, new TextEncoder().encode(JSON.stringify(Object.fromEntries(all))));
}

/** Strikes the note out once everything in it is in place. */
export async function clearPending(files: Files): Promise<void> {
  await files.remove(pendingPath);
}
