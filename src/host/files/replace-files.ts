/**
 * Atomic replacement: temporary file beside the target, flush, rename, flush of the folder.
 *
 * Node's own calls, not the package `write-file-atomic`: that one (8.0.0) writes with a single call and
 * does not look at how much was written, so on a full disk it reports success and puts a truncated file
 * in place of a good one; and its temporary names cannot be told from other files after a crash.
 */
import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { chmod, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, type Contents } from '../../model/contents.ts';
import { HostError } from '../../model/host.ts';
import { makeFolder } from './make-folder.ts';
import { mapLimited } from './map-limited.ts';
import { onExit } from './on-exit.ts';
import { isMissing, systemError } from './system-error.ts';

/** One file to be replaced: where, by absolute real path, and with what. */
export interface Replacement {
  readonly target: string;
  readonly bytes: Contents;
}

/** Files staged at once. More gains nothing with Node's four disk threads, and open files are limited. */
const stagedAtOnce = 16;

/**
 * Replaces files in the order given, once all of the new ones are on the disk. Where that cannot be
 * reached, nothing was changed. Leaves no temporary file unless the process is killed. Throws
 * `disk-full` or `file-unwritable`.
 */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<void> {
  if (new Set(replacements.map(({ target }) => target)).size < replacements.length) {
    throw new Error('one file is to be replaced twice at once');
  }
  const staged = new Map<string, string>();
  const forget = onExit(() => {
    for (const temporary of staged.values()) removeSilently(temporary);
  });
  try {
    await mapLimited(replacements, stagedAtOnce, (replacement) => stage(replacement, staged));
    for (const { target } of replacements) {
      const temporary = staged.get(target);
      if (temporary === undefined) throw new Error(`nothing was staged for ${target}`);
      await failing(target, () => rename(temporary, target));
      staged.delete(target);
    }
    await flushFolders(replacements.map(({ target }) => dirname(target)));
  } finally {
    await Promise.all([...staged.values()].map((temporary) => rm(temporary, { force: true })));
    forget();
  }
}

/** Deletes what killed runs left in a folder and in the folders directly below it. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  for (const each of [folder, ...below]) {
    const names = each === folder ? entries.map(({ name }) => name) : await namesIn(each);
    const orphans = names.filter((name) => temporaryName.test(name));
    await Promise.all(orphans.map((name) => rm(join(each, name), { force: true })));
  }
}

const temporaryName = /^\.brief-[0-9a-f]{16}\.tmp$/;

async function stage({ target, bytes }: Replacement, staged: Map<string, string>): Promise<void> {
  const folder = dirname(target);
  await failing(target, async () => {
    await makeFolder(folder);
    const mode = await modeOf(target);
    const temporary = join(folder, `.brief-${randomBytes(8).toString('hex')}.tmp`);
    staged.set(target, temporary);
    await writeFile(temporary, await bytesOf(bytes), { flag: 'wx', flush: true });
    if (mode !== undefined) await chmod(temporary, mode);
  });
}

/** Permissions of the file that is there, so that a replacement is as visible as the old one was. */
async function modeOf(target: string): Promise<number | undefined> {
  try {
    const stats = await stat(target);
    if (stats.isDirectory()) {
      throw new HostError('file-unwritable', `cannot write ${target}: it is a folder, not a file`, {
        hint: 'move the folder away, or choose another folder with --out',
      });
    }
    return stats.mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Makes the renames themselves survive a power cut; Windows cannot open folders and does without. */
async function flushFolders(folders: readonly string[]): Promise<void> {
  for (const folder of new Set(folders)) {
    try {
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch {
      // The files are in place; a file system that cannot flush folders is no reason to fail.
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function failing<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemError(error, target, 'write');
  }
}

function removeSilently(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is already gone, or the next run sweeps it.
  }
}
