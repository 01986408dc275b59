/**
 * Unpacks the bundled Chromium once for each version: into a temporary folder beside the final one,
 * which then takes its name in one step. Two processes may do so at once; the first one wins.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { HostError } from '../../model/host.ts';
import { systemError } from '../files/system-error.ts';
import {
  type ChromiumPackage,
  isComplete,
  type UnpackedChromium,
  unpackedFolderName,
  unpackedIn,
  unpackedNames,
} from './bundled-chromium.ts';
import { makePrivateFolder } from './private-folder.ts';
import type { BrowserSettings } from './settings.ts';

/** A temporary folder this old was left by a process that was killed. Unpacking takes seconds. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Large chunks: the program is 200 MB, and each chunk is a trip through the thread pool. */
const chunkBytes = 4 * 1024 * 1024;

/**
 * package → its content in the first cache folder that can be written. Throws `browser-failed` where
 * none can be, or where one is not the user's own.
 */
export async function unpackChromium(
  chromium: ChromiumPackage,
  settings: BrowserSettings,
): Promise<UnpackedChromium> {
  const failures: HostError[] = [];
  for (const cacheFolder of settings.cacheFolders) {
    try {
      makePrivateFolder(cacheFolder, settings.userId);
      return await unpackInto(cacheFolder, chromium);
    } catch (error) {
      if (error instanceof HostError) throw error;
      failures.push(systemError(error, cacheFolder, 'write'));
    }
  }
  const reasons = failures.map((failure) => failure.message).join('; ');
  throw new HostError('browser-failed', `the bundled browser cannot be unpacked: ${reasons}`, {
    hint: 'set XDG_CACHE_HOME to a folder of your own with 250 MB of free space',
    cause: failures[0],
  });
}

async function unpackInto(
  cacheFolder: string,
  chromium: ChromiumPackage,
): Promise<UnpackedChromium> {
  const folder = join(cacheFolder, unpackedFolderName(chromium));
  await removeAbandoned(cacheFolder);
  const temporary = await mkdtemp(`${folder}.unpacking-`);
  try {
    const archive = (name: string) => join(chromium.archiveFolder, name);
    // All come to an end before anything is removed, also when one fails.
    const results = await Promise.allSettled([
      unpackProgram(archive('chromium.br'), join(temporary, unpackedNames.executable)),
      unpackTar(archive('al2023.tar.br'), temporary),
      unpackTar(archive('fonts.tar.br'), temporary),
    ]);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    await writeInventory(temporary);
    await takeName(temporary, folder);
    return unpackedIn(folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function unpackProgram(archive: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(archive, { highWaterMark: chunkBytes }),
    createBrotliDecompress({ chunkSize: chunkBytes }),
    createWriteStream(target, { mode: 0o700, flush: true }),
  );
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  // Imported here, since it is needed once in the life of an installation.
  const { unpackTar: extract } = await import('modern-tar/fs');
  await pipeline(
    createReadStream(archive),
    createBrotliDecompress(),
    extract(folder, {
      filter: ({ type, name }) => type === 'file' && name.includes('/'),
      fmode: 0o600,
      dmode: 0o700,
    }),
  );
}

/** The inventory is written last: its presence says that everything before it is on the disk. */
async function writeInventory(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path), (await stat(path)).size] as const;
    }),
  );
  const handle = await open(join(folder, unpackedNames.inventory), 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(Object.fromEntries(sizes.toSorted(byName)), null, 1));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** A whole folder that is there already is kept; a damaged one is moved out of the way. */
async function takeName(temporary: string, folder: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (isComplete(folder)) return;
    const damaged = await mkdtemp(`${folder}.unpacking-`);
    try {
      await rename(folder, damaged);
      await rename(temporary, folder);
    } catch {
      // Another process did the same a moment earlier, or the first failure stands.
      if (!isComplete(folder)) throw error;
    } finally {
      await rm(damaged, { recursive: true, force: true });
    }
  }
}

async function removeAbandoned(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (!/^chromium-.*\.unpacking-/.test(name)) continue;
    const path = join(cacheFolder, name);
    const status = await stat(path).catch(() => undefined);
    if (status === undefined || Date.now() - status.mtimeMs < abandonedAfterMs) continue;
    await rm(path, { recursive: true, force: true });
  }
}
