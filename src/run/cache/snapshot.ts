/**
 * A project as it was when a build first looked at it. What a brief is known by and what it is made of
 * are read at different moments; somebody may save a file, or check out another branch, between them.
 */
import type { Files } from '../../model/host.ts';

/** files → the same, each list and file read once; what was not listed in a folder is not there. */
export function snapshotOf(files: Files): Files {
  const lists = new Map<string, Promise<readonly string[]>>();
  const contents = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, Promise<number | undefined>>();
  return {
    ...files,
    list: (folder) => once(lists, folder, () => files.list(folder)),
    read: (path) => once(contents, path, () => files.read(path)),
    size: (path) =>
      once(sizes, path, async () =>
        (await isUnlisted(lists, path)) ? undefined : files.size(path),
      ),
  };
}

/** Whether the path lies in a folder that was listed, and was not in the list. */
async function isUnlisted(
  lists: ReadonlyMap<string, Promise<readonly string[]>>,
  path: string,
): Promise<boolean> {
  for (const [folder, list] of lists) {
    if (path.startsWith(`${folder}/`) && !(await list).includes(path)) return true;
  }
  return false;
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
