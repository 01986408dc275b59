/**
 * Puts bytes away in one file in the temporary folder, so that the documents of a large build need no
 * memory until all of them are written.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shelf, StoredBytes } from '../../model/contents.ts';
import { sha256 } from '../../model/hash.ts';
import { onExit } from './on-exit.ts';
import { systemError } from './system-error.ts';

/** → an empty shelf; its file is made when something is put there, and goes with the process. */
export function createShelf(): Shelf {
  const path = join(tmpdir(), `briefwright-${randomBytes(8).toString('hex')}.shelf`);
  let opened: Promise<FileHandle> | undefined;
  let forget = () => {};
  let size = 0;

  const openFile = async (): Promise<FileHandle> => {
    forget = onExit(() => rmSync(path, { force: true }));
    // Nobody else may read it: it holds documents of any marking.
    return open(path, 'wx+', 0o600);
  };
  return {
    put: async (bytes) => {
      try {
        opened ??= openFile();
        const file = await opened;
        const start = size;
        size += bytes.byteLength;
        await writeAll(file, bytes, start);
        return stored(file, path, bytes, start);
      } catch (error) {
        throw systemError(error, path, 'write');
      }
    },
    close: async () => {
      const file = await opened?.catch(() => undefined);
      opened = undefined;
      await file?.close();
      rmSync(path, { force: true });
      forget();
    },
  };
}

/** One call may write less than it was given, as on a disk that is nearly full. */
async function writeAll(file: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, start + done);
    done += bytesWritten;
  }
}

function stored(file: FileHandle, path: string, bytes: Uint8Array, start: number): StoredBytes {
  const { byteLength } = bytes;
  return {
    byteLength,
    sha256: sha256(bytes),
    read: async () => {
      try {
        const found = new Uint8Array(byteLength);
        for (let done = 0; done < byteLength; ) {
          const { bytesRead } = await file.read(found, done, byteLength - done, start + done);
          if (bytesRead === 0) throw new Error('it is shorter than what was written');
          done += bytesRead;
        }
        return found;
      } catch (error) {
        throw systemError(error, path, 'read');
      }
    },
  };
}
