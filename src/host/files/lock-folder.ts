/**
 * One run at a time in a folder. The lock is one that the operating system holds for us (SQLite, which
 * is part of Node, locks an empty file), so it ends with the process, however that ends: there is no
 * stale lock to guess about, and a reused process number means nothing.
 *
 * Not the package `proper-lockfile`: with several runs waiting for a stale lock, two of them came to
 * hold it at once (it deletes by name what may meanwhile be another's), and a long synchronous stretch
 * of work makes its lock look stale.
 */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { HostError, type LockOptions } from '../../model/host.ts';
import {
  describeHolder,
  readHolder,
  removeHolder,
  thisProcess,
  writeHolder,
} from './lock-holder.ts';
import { makeFolder } from './make-folder.ts';
import { onExit } from './on-exit.ts';
import { sweepTemporaryFiles } from './replace-files.ts';
import { systemError } from './system-error.ts';

/** Longest pause between two tries, in milliseconds; short, as a person may be waiting. */
const longestPauseMs = 200;

/** absolute folder (made if missing), options, work → what work gives. Throws `locked`. */
export async function lockFolder<T>(
  folder: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const own = join(folder, '.brief');
  const lock = await acquire(folder, own, options);
  const cancel = onExit(() => removeHolder(own));
  try {
    await takeOver(folder, own, options);
    return await work();
  } finally {
    cancel();
    removeHolder(own);
    lock.close();
  }
}

async function acquire(folder: string, own: string, options: LockOptions): Promise<DatabaseSync> {
  try {
    await makeFolder(own);
  } catch (error) {
    throw systemError(error, folder, 'write');
  }
  const deadline = performance.now() + options.waitMs;
  for (let pauseMs = 10, isFirst = true; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const lock = tryLock(folder, join(own, 'lock'));
    if (lock !== undefined) return lock;
    const leftMs = deadline - performance.now();
    if (leftMs <= 0) throw lockedError(folder, own);
    if (isFirst) options.onNotice(`waiting for ${describeHolder(readHolder(own))}`);
    isFirst = false;
    await new Promise((resolve) => setTimeout(resolve, Math.min(pauseMs, leftMs)));
  }
}

/** The open lock, or undefined while another process (or another task of this one) has it. */
function tryLock(folder: string, file: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new (loadSqlite().DatabaseSync)(file, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (resultOf(error) === busy) return undefined;
    throw new HostError('file-unwritable', `cannot lock ${folder}: ${reasonOf(error)}`, {
      hint: 'make sure that you may write there and that its disk knows locks, or use another --out',
      cause: error,
    });
  }
}

// Source: https://sqlite.org/rescode.html, primary result codes.
const busy = 5;
const isReadOnly = 8;
const cannotOpen = 14;

/** Node 22 calls its SQLite experimental on every start; the part that is used here has not changed. */
function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

function resultOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function reasonOf(error: unknown): string {
  if (resultOf(error) === isReadOnly) return 'the disk is read-only';
  if (resultOf(error) === cannotOpen) return 'the file .brief/lock in it cannot be opened';
  return error instanceof Error ? error.message : String(error);
}

/** The lock is ours; a holder that is still written down is therefore dead. */
async function takeOver(folder: string, own: string, options: LockOptions): Promise<void> {
  const dead = readHolder(own);
  if (dead !== undefined) {
    options.onNotice(`${describeHolder(dead)} ended before it was done; carrying on from there`);
  }
  try {
    await sweepTemporaryFiles(folder);
    await writeHolder(own, thisProcess());
  } catch (error) {
    throw systemError(error, folder, 'write');
  }
}

function lockedError(folder: string, own: string): HostError {
  const holder = readHolder(own);
  const end = holder === undefined ? '' : `, or end process ${holder.pid} on ${holder.host}`;
  return new HostError('locked', `${folder} is in use by ${describeHolder(holder)}`, {
    hint: `wait until that run has ended${end}; then run it again`,
  });
}
