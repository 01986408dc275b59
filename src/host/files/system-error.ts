/** What the operating system says about a file → a `HostError` in words for people who do not program. */
import { HostError, type HostErrorKind } from '../../model/host.ts';

/** What was being done; it decides between `file-unreadable` and `file-unwritable`. */
export type Doing = 'read' | 'write';

/** thrown value, path to name, what was being done → a host error; a `HostError` comes back as it is. */
export function systemError(cause: unknown, path: string, doing: Doing): HostError {
  if (cause instanceof HostError) return cause;
  const code = codeOf(cause) ?? '';
  const reason =
    (doing === 'write' ? writeReasons[code] : undefined) ??
    reasons[code] ??
    (cause instanceof Error ? cause.message : String(cause));
  const hint = doing === 'write' ? writeHints[code] : undefined;
  return new HostError(kindOf(code, doing), `cannot ${doing} ${path}: ${reason}`, {
    cause,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** True where the system said that there is no such file, or that a part of its path is no folder. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's own name of an error, as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function kindOf(code: string, doing: Doing): HostErrorKind {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (doing === 'write') return 'file-unwritable';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable';
}

// Source: POSIX.1-2024, <errno.h>; the wording is ours.
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program is using it',
  EDQUOT: 'your share of the disk is used up',
  EEXIST: 'something with a name that is needed stands in the way',
  EFBIG: 'it would be larger than the disk allows',
  EINVAL: 'the disk does not accept that name',
  EIO: 'the disk reports a fault',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open at once',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
};

/** Where the same error means something else. */
const writeReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no file or folder can be made there',
};

const writeHints: Readonly<Record<string, string>> = {
  EBUSY: 'close the program that has the file open, then run it again',
  EISDIR: 'move the folder away, or choose another folder with --out',
  ENOENT: 'choose another folder with --out',
  ENOTDIR: 'move the file away that stands where a folder is needed, or choose another with --out',
  EPERM: 'close any program that has the file open, and make sure that you may write there',
  EROFS: 'choose a folder on another disk with --out',
};
