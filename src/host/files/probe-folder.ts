/** Finds out by trying whether files can be made in a folder; permissions alone do not tell. */
import { mkdtemp, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { HostError } from '../../model/host.ts';
import { isMissing, systemError } from './system-error.ts';

/**
 * folder, which need not exist yet → undefined where files can be made in it, or in the nearest folder
 * above it that exists; else why not. Leaves nothing behind.
 */
export async function probeFolder(folder: string): Promise<HostError | undefined> {
  const wanted = resolve(folder);
  try {
    const existing = await nearestExisting(wanted);
    await rmdir(await mkdtemp(join(existing, '.brief-probe-')));
    return undefined;
  } catch (error) {
    return systemError(error, wanted, 'write');
  }
}

async function nearestExisting(folder: string): Promise<string> {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    try {
      const found = await stat(candidate);
      if (found.isDirectory()) return candidate;
      throw new HostError('file-unwritable', `${candidate} is a file, not a folder`, {
        hint: 'move the file away, or choose another folder with --out',
      });
    } catch (error) {
      if (!isMissing(error) || candidate === dirname(candidate)) throw error;
    }
  }
}
