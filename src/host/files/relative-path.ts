/**
 * The rules for paths as text, before any disk is asked: relative, forward slashes, never upwards.
 * Where a symbolic link leads is another question, answered by `confine.ts`.
 */
import { HostError } from '../../model/host.ts';

/** path as the data name it → the same without `.` and empty parts; throws `path-outside`. */
export function relativePath(path: string): string {
  for (const reading of [path, decodeSeparators(path)]) {
    const reason = reasonToRefuse(reading);
    if (reason !== undefined) {
      throw new HostError('path-outside', `the path ${JSON.stringify(path)} is refused: ${reason}`);
    }
  }
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function reasonToRefuse(path: string): string | undefined {
  if (path.includes('\0')) return 'it holds a NUL character';
  if (/^[/\\]|^[a-zA-Z]:/.test(path)) return 'it does not start at the project folder';
  if (path.split(/[/\\]/).includes('..')) return 'it leads out of the project folder';
  return undefined;
}

/** Undoes percent-encoding, however often repeated, of the characters that change where a path leads. */
function decodeSeparators(path: string): string {
  return path.replace(/%(?:25)*(00|2e|2f|5c)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
