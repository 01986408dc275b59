/** What tells one state of a file from another without reading it. */
import { type BigIntStats, statSync } from 'node:fs';
import type { FileStamp } from '../../model/host.ts';
import { codeOf } from './system-error.ts';

/**
 * absolute path → stamp; undefined where there is no file that can be reached: whoever reads it is told why.
 * The time of the last change cannot be set by a program, as the time of the last writing can. Source:
 * POSIX.1-2024, 4.12, "st_ctime".
 */
export function stampOf(path: string): FileStamp | undefined {
  // Thousands of files are asked about at once, and a call of its own thread costs more than the answer.
  const status = statusOf(path);
  if (status?.isFile() !== true) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = status;
  return {
    mark: [dev, ino, size, mtimeNs, ctimeNs].join(' '),
    changedMs: Number(ctimeNs / 1_000_000n),
  };
}

function statusOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // A circle of links, a folder that may not be entered.
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
