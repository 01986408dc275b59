/**
 * Where on the disk a project path really leads. Symbolic links may be used inside the root; one that
 * leads out of it is refused, by real path, for reading and for writing.
 */
import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { HostError } from '../../model/host.ts';
import { relativePath } from './relative-path.ts';
import { isMissing } from './system-error.ts';

/** root, path of something that exists → its real path; throws `path-outside`, or as the system does. */
export async function confine(root: string, path: string): Promise<string> {
  const real = await realpath(join(root, relativePath(path)));
  return inside(await realpath(root), real, path);
}

/**
 * root, path of a file to be replaced → where to write it, its folder's real path applied. The folder
 * need not exist yet. The file itself may be a link: replacing it replaces the link, wherever it led.
 */
export async function confineTarget(root: string, path: string): Promise<string> {
  const relative = relativePath(path);
  if (relative === '') {
    throw new HostError('path-outside', `the path ${JSON.stringify(path)} names no file`);
  }
  const realRoot = await realpath(root);
  const target = join(realRoot, relative);
  const existing = await nearestExisting(dirname(target));
  const real = inside(realRoot, await realpath(existing), path);
  return join(real, target.slice(existing.length));
}

async function nearestExisting(folder: string): Promise<string> {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    try {
      await realpath(candidate);
      return candidate;
    } catch (error) {
      if (!isMissing(error) || candidate === dirname(candidate)) throw error;
    }
  }
}

function inside(realRoot: string, real: string, path: string): string {
  const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
  if (real === realRoot || real.startsWith(prefix)) return real;
  throw new HostError(
    'path-outside',
    `the path ${JSON.stringify(path)} is refused: a link in it leads out of the project folder`,
  );
}
