/** Real files below one root. Nothing outside it is read or written, whatever the path says. */
import { readFile, realpath, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Contents } from '../../model/contents.ts';
import { type Files, HostError } from '../../model/host.ts';
import { confine, confineTarget } from './confine.ts';
import { listFiles } from './list-files.ts';
import { lockFolder } from './lock-folder.ts';
import { makeFolder } from './make-folder.ts';
import { relativePath } from './relative-path.ts';
import { replaceFiles } from './replace-files.ts';
import { stampOf } from './stamp.ts';
import { isMissing, systemError } from './system-error.ts';

/** folder (absolute, or relative to the working folder; it need not exist yet) → its files. */
export function createDiskFiles(folder: string): Files {
  const root = resolve(folder);
  const replace = async (files: ReadonlyMap<string, Contents>) => {
    await makeOwnFolder(root);
    const replacements = [];
    for (const [path, bytes] of files) {
      replacements.push({ target: await target(root, path), bytes });
    }
    await replaceFiles(replacements);
  };
  return {
    root,
    list: (path) => listFiles(root, path),
    read: (path) => readPlain(root, path),
    size: (path) => sizeOf(root, path),
    stamps: (paths) => paths.map((path) => stampOf(join(root, path))),
    write: (path, bytes) => replace(new Map([[path, bytes]])),
    replace,
    remove: (path) => remove(root, path),
    withLock: async (path, options, work) => {
      await makeOwnFolder(root);
      const isRoot = relativePath(path) === '';
      const folder = isRoot ? await realpath(root) : await target(root, path);
      await makeOwnFolder(folder);
      return lockFolder(folder, options, work);
    },
  };
}

async function readPlain(root: string, path: string): Promise<Uint8Array> {
  try {
    const real = await confine(root, path);
    if (!(await stat(real)).isFile()) {
      throw new HostError('file-unreadable', `cannot read ${path}: it is not an ordinary file`);
    }
    return await readFile(real);
  } catch (error) {
    throw systemError(error, path, 'read');
  }
}

async function sizeOf(root: string, path: string): Promise<number | undefined> {
  try {
    const stats = await stat(await confine(root, path));
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw systemError(error, path, 'read');
  }
}

async function remove(root: string, path: string): Promise<void> {
  try {
    await rm(await confineTarget(root, path), { force: true });
  } catch (error) {
    if (isMissing(error)) return;
    throw systemError(error, path, 'write');
  }
}

async function makeOwnFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw systemError(error, folder, 'write');
  }
}

async function target(root: string, path: string): Promise<string> {
  return confineTarget(root, path).catch((error: unknown) => {
    throw systemError(error, join(root, path), 'write');
  });
}
