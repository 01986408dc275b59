/**
 * Folders from which a program will be run. A folder that somebody else owns or may write to is
 * refused: what lies in it may have been planted.
 */
import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { HostError } from '../../model/host.ts';

/** Write permission of the group and of everybody. Source: POSIX.1-2024, <sys/stat.h>. */
const writableByOthers = 0o022;

/**
 * Makes the folder with mode 0700 where it is missing. Throws `browser-failed` where what stands
 * there is not a folder, is another user's, or may be written by others; an ordinary system error
 * where it cannot be made.
 */
export function makePrivateFolder(path: string, userId: number | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  requirePrivate(path, lstatSync(path), userId);
}

/** path, its own status (not that of a link's target), user → nothing, or `browser-failed`. */
export function requirePrivate(path: string, status: Stats, userId: number | undefined): void {
  const fault = faultOf(status, userId);
  if (fault === undefined) return;
  throw new HostError('browser-failed', `the browser in ${path} is not run: ${fault}`, {
    hint: `look at what it is; then remove ${path} and run this again`,
  });
}

function faultOf(status: Stats, userId: number | undefined): string | undefined {
  if (status.isSymbolicLink()) return 'it is a link that leads elsewhere';
  if (userId === undefined) return undefined;
  if (status.uid !== userId) return `it belongs to another user (${status.uid})`;
  if ((status.mode & writableByOthers) !== 0) return 'other users may write there';
  return undefined;
}
