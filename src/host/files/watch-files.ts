/**
 * Tells which files below some folders have changed. Events of the system only wake it; what has
 * changed is decided by looking: every file's identity, size and times are compared with those of the
 * last look. So it does not matter in which of many ways an editor saves (in place, by rename, by
 * deleting first), or how a system words its events. A slow look now and then serves disks that send
 * no events, such as network shares.
 *
 * Node's own `fs.watch`, one folder at a time, is enough for that on Linux, macOS and Windows alike. Its
 * recursive mode is not used: on Linux it watches every file by itself and loses track of renamed ones.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '../../model/host.ts';
import { compareCodePoints } from '../../model/order.ts';
import { isIgnored, listFiles } from './list-files.ts';
import { relativePath } from './relative-path.ts';

/** One file, by its path from the root. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

export interface WatchOptions {
  /** Folders below the root that are watched with everything in them; they need not exist yet. */
  readonly folders: readonly string[];
  /** Single files besides, whether they exist or not; asked for anew at each look. */
  readonly files?: () => Iterable<string>;
  /** Called with what has changed since the last call, in order of the paths; never with nothing. */
  readonly onChange: (changes: readonly FileChange[]) => void;
  /** Called at each sign of a change, before it is looked at: whoever is at work may step aside. */
  readonly onStir?: () => void;
  /** How long the disk must be quiet before it is looked at: a save is often several events. */
  readonly quietMs?: number;
  /** How often to look without any event. */
  readonly beatMs?: number;
}

export interface FileWatch {
  /** Stops; nothing is reported any more. */
  close(): void;
}

/** Long enough for the events of one save, too short to be noticed. */
const defaultQuietMs = 15;

/** While events keep coming, a look is taken at least this often. */
const longestQuietMs = 120;

/** For disks that send no events; a look at a thousand files takes a few milliseconds. */
const defaultBeatMs = 2_000;

/** root, options → a watch that knows what there is now and reports what changes from now on. */
export async function watchFiles(root: string, options: WatchOptions): Promise<FileWatch> {
  const { quietMs = defaultQuietMs, beatMs = defaultBeatMs } = options;
  const watchers = new Map<string, FolderWatch>();
  let known = new Map<string, string>();
  let isClosed = false;
  let isLooking = false;
  let isDue = false;
  let wakeAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const wake = () => {
    if (isClosed) return;
    options.onStir?.();
    wakeAt ??= performance.now();
    const waitMs = Math.min(quietMs, wakeAt + longestQuietMs - performance.now());
    clearTimeout(timer);
    timer = setTimeout(lookSoon, Math.max(0, waitMs));
  };
  const lookSoon = () => {
    wakeAt = undefined;
    isDue = true;
    if (!isLooking) void lookWhileDue();
  };
  const lookWhileDue = async () => {
    isLooking = true;
    while (isDue && !isClosed) {
      isDue = false;
      // What cannot be looked at now (a folder that is being replaced) is left to the next look.
      const now = (await look().catch(failedOnDisk)) ?? known;
      const changes = differences(known, now);
      known = now;
      if (changes.length > 0 && !isClosed) options.onChange(changes);
    }
    isLooking = false;
  };
  const look = async () => {
    // Watched first and listed afterwards, so that nothing slips through between the two.
    const folders = await foldersNow(root, options);
    if (!isClosed) follow(root, watchers, folders, wake);
    return stampsOf(root, await filesNow(root, options));
  };

  known = await look();
  const beat = setInterval(lookSoon, beatMs);
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(beat);
      for (const { watcher } of watchers.values()) watcher.close();
    },
  };
}

/** A folder under watch; another folder of the same name is another folder. */
interface FolderWatch {
  readonly watcher: FSWatcher;
  readonly identity: string;
}

async function filesNow(root: string, { folders, files }: WatchOptions): Promise<Set<string>> {
  const lists = await Promise.all(folders.map((folder) => listFiles(root, folder)));
  return new Set([...lists.flat(), ...(files?.() ?? [])]);
}

/**
 * The root, where watched folders appear and vanish, and every folder that may hold a watched file; each
 * with its identity on the disk.
 */
async function foldersNow(
  root: string,
  { folders, files }: WatchOptions,
): Promise<ReadonlyMap<string, string>> {
  const below = await Promise.all(folders.map((folder) => foldersBelow(root, folder)));
  const single = [...(files?.() ?? [])].map((path) => path.split('/').slice(0, -1).join('/'));
  const all = new Set(['', ...below.flat(), ...single]);
  const found = await Promise.all(
    [...all].map(async (folder): Promise<[string, string][]> => {
      const stats = await stat(join(root, folder), { bigint: true }).catch(() => undefined);
      return stats?.isDirectory() === true ? [[folder, `${stats.dev} ${stats.ino}`]] : [];
    }),
  );
  return new Map(found.flat());
}

async function foldersBelow(root: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const inner = entries.filter((entry) => entry.isDirectory() && !isIgnored(entry.name));
    const below = await Promise.all(
      inner.map(({ name }) => foldersBelow(root, `${folder}/${name}`)),
    );
    return [folder, ...below.flat()];
  } catch {
    return [];
  }
}

/** Watches what is new and lets go of what has gone. A folder that cannot be watched is left to the beat. */
function follow(
  root: string,
  watchers: Map<string, FolderWatch>,
  folders: ReadonlyMap<string, string>,
  wake: () => void,
): void {
  const drop = (folder: string) => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  for (const [folder, { identity }] of watchers) if (folders.get(folder) !== identity) drop(folder);
  for (const [folder, identity] of folders) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(join(root, folder), () => wake());
      watchers.set(folder, { watcher, identity });
      // A folder that was deleted ends its watch; if it comes again, the next look finds it.
      watcher.on('error', () => {
        if (watchers.get(folder)?.watcher === watcher) drop(folder);
      });
    } catch {
      drop(folder);
    }
  }
}

async function stampsOf(root: string, paths: ReadonlySet<string>): Promise<Map<string, string>> {
  const stamps = await Promise.all(
    [...paths].map(async (path): Promise<[string, string][]> => {
      try {
        const { ino, size, mtimeNs, ctimeNs } = await stat(join(root, relativePath(path)), {
          bigint: true,
        });
        return [[path, `${ino} ${size} ${mtimeNs} ${ctimeNs}`]];
      } catch {
        return [];
      }
    }),
  );
  return new Map(stamps.flat());
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, stamp] of after) {
    const old = before.get(path);
    if (old === undefined) changes.push({ path, kind: 'added' });
    else if (old !== stamp) changes.push({ path, kind: 'changed' });
  }
  for (const path of before.keys()) if (!after.has(path)) changes.push({ path, kind: 'removed' });
  return changes.sort((a, b) => compareCodePoints(a.path, b.path));
}

function failedOnDisk(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
}
