/** Everything an author may have mended, as one hash. */
import { combineHashes, sha256 } from '../../model/hash.ts';
import type { ReadonlyFiles } from '../../model/host.ts';
import { watchedFolders } from '../watch/session.ts';

/** project → a hash of all files of its data and templates, readable or not. */
export async function dataHash(files: ReadonlyFiles): Promise<string> {
  const hashes = new Map<string, string>();
  for (const folder of watchedFolders) {
    for (const path of await files.list(folder)) {
      hashes.set(path, sha256(await files.read(path).catch(() => new Uint8Array())));
    }
  }
  return combineHashes(hashes);
}
