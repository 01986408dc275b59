/** Files that exist only in memory, under the same rules for paths and names as real ones. For tests. */
import { bytesOf, type Contents as Finished } from '../../model/contents.ts';
import { sha256 } from '../../model/hash.ts';
import { type Files, HostError, type LockOptions } from '../../model/host.ts';
import { compareCodePoints } from '../../model/order.ts';
import { isIgnored } from './list-files.ts';
import { relativePath } from './relative-path.ts';

/** Files in memory, with a look at all of them. */
export interface MemoryFiles extends Files {
  /** Every file there is now, hidden ones included: path → bytes. */
  readonly all: ReadonlyMap<string, Uint8Array>;
}

/** Contents to begin with: text is stored as UTF-8. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** path → content → files. `root` is a name for messages. */
export function createMemoryFiles(contents: Contents = {}, root = '/memory'): MemoryFiles {
  const all = new Map<string, Uint8Array>();
  const locks = new Map<string, Promise<void>>();
  for (const [path, content] of Object.entries(contents)) {
    all.set(relativePath(path), copyOf(content));
  }
  const replace = async (files: ReadonlyMap<string, Finished>) => {
    const checked = [...files].map(async ([path, contents]) => {
      return [fileIn(all, path), await bytesOf(contents)] as const;
    });
    for (const [path, bytes] of await Promise.all(checked)) all.set(path, Uint8Array.from(bytes));
  };
  return {
    all,
    root,
    list: async (folder) => {
      const start = relativePath(folder);
      const prefix = start === '' ? '' : `${start}/`;
      return [...all.keys()]
        .filter((path) => path.startsWith(prefix))
        .filter((path) => !path.slice(prefix.length).split('/').some(isIgnored))
        .sort(compareCodePoints);
    },
    read: async (path) => {
      const bytes = all.get(relativePath(path));
      if (bytes !== undefined) return Uint8Array.from(bytes);
      throw new HostError('file-missing', `cannot read ${path}: there is no such file`);
    },
    size: async (path) => all.get(relativePath(path))?.byteLength,
    stamps: (paths) =>
      paths.map((path) => {
        const bytes = all.get(relativePath(path));
        return bytes === undefined ? undefined : { mark: sha256(bytes), changedMs: 0 };
      }),
    write: (path, bytes) => replace(new Map([[path, bytes]])),
    replace,
    remove: async (path) => {
      all.delete(relativePath(path));
    },
    withLock: async (folder, options, work) =>
      withLock(locks, relativePath(folder), root, options, work),
  };
}

function copyOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
}

/** As on a disk: no file where a folder is, no folder where a file is. */
function fileIn(all: ReadonlyMap<string, Uint8Array>, given: string): string {
  const path = relativePath(given);
  if (path === '') throw new HostError('path-outside', `the path "${given}" names no file`);
  for (const other of all.keys()) {
    if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) {
      throw new HostError('file-unwritable', `cannot write ${path}: ${other} is in the way`);
    }
  }
  return path;
}

async function withLock<T>(
  locks: Map<string, Promise<void>>,
  folder: string,
  root: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + options.waitMs;
  if (locks.has(folder)) options.onNotice('waiting for another run');
  for (let held = locks.get(folder); held !== undefined; held = locks.get(folder)) {
    const leftMs = deadline - performance.now();
    if (leftMs <= 0) throw new HostError('locked', `${root}/${folder} is in use by another run`);
    await Promise.race([held, new Promise((resolve) => setTimeout(resolve, leftMs))]);
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  locks.set(folder, promise);
  try {
    return await work();
  } finally {
    locks.delete(folder);
    resolve();
  }
}
