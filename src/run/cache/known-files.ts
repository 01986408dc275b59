/**
 * Hashes of files that need not be read again: a file with the same stamp has the same bytes. As in
 * git's index, a stamp that is hardly older than the reading proves nothing, since a second change may
 * follow in the same tick of the clock; such a file is read.
 */
import { sha256 } from '../../model/hash.ts';
import { type FileStamp, type Files, HostError } from '../../model/host.ts';
import { isStill, type LeftBehind } from './left-behind.ts';

/** A file as it was: stamp, hash, and whether the stamp can be trusted. Plain JSON. */
export interface KnownFile {
  readonly mark: string;
  readonly sha256: string;
  readonly isYoung?: true;
}

/** The coarsest clock of a file system in use (FAT). Source: Microsoft, "File Times". */
const coarseTickMs = 2_000;
/** The tick of Linux's clock for files at its slowest, 100 Hz, with room to spare. */
const fineTickMs = 50;

/** stamp taken before the file was read, hash of what was read, time of the stamp → what is known. */
export function knownFile(stamp: FileStamp, hash: string, atMs: number): KnownFile {
  const { mark, changedMs } = stamp;
  // Whole seconds are the sign of a coarse clock, once in a thousand times wrongly.
  const tickMs = changedMs % 1000 === 0 ? coarseTickMs : fineTickMs;
  const isYoung = changedMs > 0 && changedMs >= atMs - tickMs;
  return { mark, sha256: hash, ...(isYoung ? { isYoung } : {}) };
}

/** files, path, what was known → whether its bytes are what they were. */
export async function isAsKnown(
  files: Files,
  path: string,
  known: KnownFile,
  stamp: FileStamp | undefined,
): Promise<boolean> {
  if (stamp === undefined) return false;
  if (stamp.mark === known.mark && known.isYoung !== true) return true;
  return (await hashOf(files, path)) === known.sha256;
}

/**
 * files, what was left there, paths, hashes of those that are known → what is to be known of each. One
 * that was replaced before it could be read is left out.
 */
export async function learnFiles(
  files: Files,
  left: LeftBehind,
  paths: Iterable<string>,
  hashes: ReadonlyMap<string, string>,
): Promise<Record<string, KnownFile>> {
  const known: Record<string, KnownFile> = {};
  for (const path of paths) {
    const stamp = left.stamps.get(path);
    if (stamp === undefined) continue;
    const hash = hashes.get(path) ?? (await hashOf(files, path));
    const isSame = hashes.has(path) || isStill(files, left, path);
    if (hash !== undefined && isSame) known[path] = knownFile(stamp, hash, left.atMs);
  }
  return known;
}

/** files, path, how to hash → hash of what is there; undefined for what cannot be read. */
export async function hashOf(
  files: Pick<Files, 'read'>,
  path: string,
  hash: (bytes: Uint8Array) => string = sha256,
): Promise<string | undefined> {
  try {
    return hash(await files.read(path));
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
