/** A file that the user named for a command to look at; it may lie anywhere, such as among the downloads. */
import { readFile, stat } from 'node:fs/promises';
import { HostError } from '../../model/host.ts';
import { systemError } from './system-error.ts';

/** path, absolute or from the working folder → its bytes. Throws `file-missing` or `file-unreadable`. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return await readFile(path);
    const what = stats.isDirectory() ? 'it is a folder' : 'it is not an ordinary file';
    throw new HostError('file-unreadable', `cannot read ${path}: ${what}`);
  } catch (error) {
    throw systemError(error, path, 'read');
  }
}
