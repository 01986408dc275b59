/** Which files of a folder count: not hidden ones, not what editors leave behind, not packages. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '../../model/host.ts';
import { compareCodePoints } from '../../model/order.ts';
import { confine } from './confine.ts';
import { relativePath } from './relative-path.ts';
import { isMissing, systemError } from './system-error.ts';

/**
 * root, folder below it → paths of the files in it, recursively, relative to the root, sorted by code
 * point. A missing folder gives none. Links to folders are followed inside the root, each folder once
 * on the way down, so that a link to a parent ends there. One that leads out of the root is listed by its
 * own name with a slash: what lies behind it cannot be read, and whoever reads the folder is to say so.
 */
export async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const start = relativePath(folder);
  try {
    const real = await confine(root, folder);
    const paths = await walk(root, start, [real]);
    return paths.sort(compareCodePoints);
  } catch (error) {
    if (isMissing(error)) return [];
    throw systemError(error, folder === '' ? root : folder, 'read');
  }
}

/** True for names that a listing leaves out: `.x`, `node_modules`, and `x~`, `x.swp`, `#x#` of editors. */
export function isIgnored(name: string): boolean {
  return name === 'node_modules' || /^\.|~$|\.sw[a-p]$|^#.*#$/.test(name);
}

async function walk(root: string, folder: string, above: readonly string[]): Promise<string[]> {
  const here = above.at(-1) ?? root;
  const entries = await readdir(here, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => !isIgnored(entry.name))
      .map(async (entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!(await isFolder(here, entry))) return isPlain(entry) ? [path] : [];
        const real = await realpath(join(here, entry.name));
        if (entry.isSymbolicLink() && (await leadsOut(root, path))) return [`${path}/`];
        return above.includes(real) ? [] : walk(root, path, [...above, real]);
      }),
  );
  return found.flat();
}

async function leadsOut(root: string, path: string): Promise<boolean> {
  try {
    await confine(root, path);
    return false;
  } catch (error) {
    if (error instanceof HostError && error.kind === 'path-outside') return true;
    throw error;
  }
}

/** Sockets, pipes and devices are no data; reading a pipe would wait for ever. */
function isPlain(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}

async function isFolder(parent: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(join(parent, entry.name))).isDirectory();
  } catch {
    // A link that leads nowhere is listed as a file, so that reading it tells the author.
    return false;
  }
}
