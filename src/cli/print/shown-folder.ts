/** How a folder is named to somebody who sits in another one. */
import { relative, resolve, sep } from 'node:path';

/** folder, working folder → the shorter of its relative and absolute path, ending in a slash. */
export function shownFolder(folder: string, from: string = process.cwd()): string {
  const absolute = resolve(folder);
  const near = relative(from, absolute) || '.';
  const shown = near.startsWith(`..${sep}..`) ? absolute : near;
  return shown.endsWith(sep) ? shown : shown + sep;
}
