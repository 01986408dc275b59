/**
 * Files that are read once, until somebody says that they have changed. What has changed is read again;
 * if its bytes are what they were, the same object is given as before, so that whoever remembers by
 * identity finds that nothing has happened.
 */
import type { FileChange } from '../../host/files/watch-files.ts';
import type { Files, ReadonlyFiles } from '../../model/host.ts';

/** What a cache adds to files. */
export interface Forgetful {
  /** What has changed is read anew; where a file has come or gone, folders are listed anew as well. */
  forget(changes: Iterable<FileChange>): void;
  /** Every path that somebody asked for, whether there was such a file or not. */
  readonly asked: ReadonlySet<string>;
}

/** files → the same, read once. */
export function cacheReading(files: ReadonlyFiles): ReadonlyFiles & Forgetful {
  const lists = new Map<string, Promise<readonly string[]>>();
  const sizes = new Map<string, Promise<number | undefined>>();
  const contents = new Map<string, Promise<Uint8Array>>();
  const latest = new Map<string, Uint8Array>();
  const asked = new Set<string>();
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await files.read(path);
    const before = latest.get(path);
    if (before !== undefined && Buffer.compare(before, bytes) === 0) return before;
    latest.set(path, bytes);
    return bytes;
  };
  return {
    asked,
    list: (folder) => kept(lists, folder, () => files.list(folder)),
    read: (path) => {
      asked.add(path);
      return kept(contents, path, () => read(path));
    },
    size: (path) => {
      asked.add(path);
      return kept(sizes, path, () => files.size(path));
    },
    forget: (changes) => {
      for (const { path, kind } of changes) {
        if (kind !== 'changed') lists.clear();
        contents.delete(path);
        sizes.delete(path);
      }
    },
  };
}

/** The same for files that can be written; what is written is not remembered. */
export function cacheFiles(files: Files): Files & Forgetful {
  const cached = cacheReading(files);
  const forget = (...paths: readonly string[]) =>
    cached.forget(paths.map((path) => ({ path, kind: 'added' })));
  return {
    ...cached,
    root: files.root,
    stamps: (paths) => files.stamps(paths),
    write: (path, bytes) => files.write(path, bytes).finally(() => forget(path)),
    replace: (all) => files.replace(all).finally(() => forget(...all.keys())),
    remove: (path) => files.remove(path).finally(() => forget(path)),
    withLock: (folder, options, work) => files.withLock(folder, options, work),
  };
}

/** A failure is not kept: what could not be read may be there the next time. */
function kept<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => {
    if (known.get(key) === made) known.delete(key);
  });
  return made;
}
