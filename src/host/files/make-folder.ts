/** Folders, and those above them. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './system-error.ts';

/**
 * absolute path → a folder is there. Rejects as `mkdir` does. Node's own `recursive` never ends where a
 * folder cannot be made in one that is there and the system says that something is missing, as in `/proc`.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    const above = dirname(path);
    if (above === path || codeOf(error) !== 'ENOENT') throw error;
    await makeFolder(above);
    await mkdir(path).catch(async (second: unknown) => {
      // Somebody else may have made it meanwhile.
      if (!(await isFolder(path))) throw second;
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
