/** What tells one state of a file from another without reading it. */
import { statSync } from 'node:fs';
import type { FileStamp } from '../../model/host.ts';

/**
 * absolute path → stamp; undefined where there is no file. The time of the last change cannot be set
 * by a program, as the time of the last writing can. Source: POSIX.1-2024, 4.12, "st_ctime".
 */
export function stampOf(path: string): FileStamp | undefined {
  // Thousands of files are asked about at once, and a call of its own thread costs more than the answer.
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (status?.isFile() !== true) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = status;
  return {
    mark: [dev, ino, size, mtimeNs, ctimeNs].join(' '),
    changedMs: Number(ctimeNs / 1_000_000n),
  };
}
