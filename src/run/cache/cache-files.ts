/**
 * The cache of a project: `.brief/cache/`, plain JSON by content. It may be deleted at any time, and
 * shared: whatever does not fit the files at hand is passed over, and so is what is no longer as it was
 * written. It is kept small.
 */
import { sha256 } from '../../model/hash.ts';
import { type Files, HostError } from '../../model/host.ts';

const folder = '.brief/cache';

/** Raised when what is kept would mean something else. */
const schema = 3;

/** So many entries of a kind are kept, the latest ones: a project is built in a few ways, again and again. */
const keptEntries = 12;

/** Project, kind, key → what was kept under it. */
export async function readEntry<T>(
  project: Files,
  kind: string,
  key: string,
): Promise<T | undefined> {
  try {
    const text = new TextDecoder().decode(await project.read(pathOf(kind, key)));
    const rest = text.slice(opening('').length + sealLength);
    if (text !== sealed(kind, key, rest)) return undefined;
    // What is under this key was written by this function's counterpart, in the same form.
    return JSON.parse(rest.slice(0, -1)) as T;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** Keeps a value. A project that cannot be written is built all the same. */
export async function writeEntry(
  project: Files,
  kind: string,
  key: string,
  value: unknown,
): Promise<void> {
  try {
    const text = sealed(kind, key, `${JSON.stringify(value)}}`);
    await project.write(pathOf(kind, key), new TextEncoder().encode(text));
    await removeOldest(project, `${folder}/${kind}`);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** An entry, by all that follows its seal: disks lose halves of files, and merges put theirs into others. */
function sealed(kind: string, key: string, rest: string): string {
  return `${opening(sha256(`${kind} ${key} ${rest}`))}${rest}`;
}

function opening(seal: string): string {
  return `{"schema":${schema},"seal":"${seal}","value":`;
}

/** Digits of a hash. */
const sealLength = 64;

async function removeOldest(project: Files, kind: string): Promise<void> {
  const paths = await project.list(kind);
  const stamps = project.stamps(paths);
  const byAge = paths
    .map((path, index) => ({ path, changedMs: stamps[index]?.changedMs ?? 0 }))
    .sort((a, b) => b.changedMs - a.changedMs);
  for (const { path } of byAge.slice(keptEntries)) await project.remove(path);
}

function pathOf(kind: string, key: string): string {
  return `${folder}/${kind}/${key.slice(0, 32)}.json`;
}
