/** Folders for tests: fresh, empty, gone afterwards; and small disks of their own where root may. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder by its real path; deleted when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'brief-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new folder that is a disk of its own, of so many KiB; undefined where this may not be had. */
export async function smallDisk(sizeKib: number): Promise<string | undefined> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'brief-disk-')));
  try {
    const size = `size=${sizeKib}k`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
  onTestFinished(async () => {
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Makes a disk from `smallDisk` read-only. */
export function makeReadOnly(disk: string): void {
  execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'ignore' });
}

/** Why the tests that need `smallDisk` are skipped. */
export const noDisk = 'mounting a small disk is not permitted here';
