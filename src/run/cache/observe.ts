/** What a build has looked at in the project, so that the next one can tell whether any of it has changed. */
import { sha256 } from '../../model/hash.ts';
import type { Files } from '../../model/host.ts';
import { isAsKnown, type KnownFile, knownFile } from './known-files.ts';

/** Plain JSON. */
export interface Observed {
  /** Folder → hash of its list of files. */
  readonly lists: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, KnownFile>>;
  /** Paths where there was no file. */
  readonly missing: readonly string[];
}

export interface Observer {
  /** The same files; whoever reads them is seen. */
  readonly files: Files;
  /** What was seen. Undefined where something could not be read: that may be otherwise at any moment. */
  observed(): Observed | undefined;
}

/** files, clock → the same files, observed. */
export function observe(files: Files, now: () => number): Observer {
  const lists: Record<string, string> = {};
  const known: Record<string, KnownFile> = {};
  const missing = new Set<string>();
  const measured = new Set<string>();
  let isSound = true;
  const seen = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      isSound = false;
      throw error;
    }
  };
  return {
    files: {
      ...files,
      list: async (folder) => {
        const paths = await seen(files.list(folder));
        lists[folder] = hashOfList(paths);
        return paths;
      },
      read: async (path) => {
        const [stamp] = files.stamps([path]);
        const atMs = now();
        const bytes = await seen(files.read(path));
        if (stamp === undefined) isSound = false;
        else known[path] = knownFile(stamp, sha256(bytes), atMs);
        return bytes;
      },
      size: async (path) => {
        const size = await seen(files.size(path));
        (size === undefined ? missing : measured).add(path);
        return size;
      },
    },
    observed: () => {
      // What was measured and not read was too large to read.
      const isWhole = isSound && [...measured].every((path) => known[path] !== undefined);
      return isWhole ? { lists, files: known, missing: [...missing] } : undefined;
    },
  };
}

/** files, what was seen of them → the paths and folders that are no longer so. */
export async function changesSince(files: Files, observed: Observed): Promise<readonly string[]> {
  const changes: string[] = [];
  for (const [folder, hash] of Object.entries(observed.lists)) {
    if (hashOfList(await files.list(folder)) !== hash) changes.push(`${folder}/`);
  }
  const paths = Object.keys(observed.files);
  const stamps = files.stamps(paths);
  for (const [index, path] of paths.entries()) {
    const known = observed.files[path];
    if (known === undefined || !(await isAsKnown(files, path, known, stamps[index]))) {
      changes.push(path);
    }
  }
  const appeared = files.stamps(observed.missing);
  return [...changes, ...observed.missing.filter((_, index) => appeared[index] !== undefined)];
}

/**
 * files, what was seen of them, the time → the same with new stamps in place of those that proved
 * nothing, or the same object where there are none. It holds if `changesSince`, asked after this, finds
 * no change.
 */
export function restamped(files: Files, observed: Observed, nowMs: number): Observed {
  const young = Object.entries(observed.files).filter(([, { isYoung }]) => isYoung);
  if (young.length === 0) return observed;
  const stamps = files.stamps(young.map(([path]) => path));
  const known = young.flatMap(([path, { sha256 }], index) => {
    const stamp = stamps[index];
    return stamp === undefined ? [] : [[path, knownFile(stamp, sha256, nowMs)] as const];
  });
  return { ...observed, files: { ...observed.files, ...Object.fromEntries(known) } };
}

function hashOfList(paths: readonly string[]): string {
  return sha256(paths.join('\0'));
}
