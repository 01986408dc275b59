/** Makes the places of translated fields lead to their translations. */
import { joinPath } from '../../model/place.ts';
import type { DataPath, LoadedFile } from '../../model/stages.ts';

/** file, path of a record in it, field → translation (relative to the record) → the file, redirected. */
export function redirected(
  file: LoadedFile,
  record: DataPath,
  redirects: readonly (readonly [DataPath, DataPath])[],
): LoadedFile {
  if (redirects.length === 0) return file;
  const targets = new Map(
    redirects.map(([from, to]) => [joinPath([...record, ...from]), [...record, ...to]]),
  );
  const lead = (path: DataPath): DataPath => targets.get(joinPath(path)) ?? path;
  return {
    ...file,
    locate: (path) => file.locate(lead(path)),
    locateKey: (path) => file.locateKey(lead(path)),
    locateWithin: (path, start, end) => file.locateWithin(lead(path), start, end),
    sourceOf: (path) => file.sourceOf(lead(path)),
  };
}
