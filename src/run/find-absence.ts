/** A folder without data is no project: somebody stands in the wrong one. */

import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Host } from '../model/host.ts';
import type { Project } from '../read-project.ts';

/** host, what was read → `data-missing` where the project has no data at all; then nothing else matters. */
export async function findAbsence(
  { project: files }: Pick<Host, 'project'>,
  { loaded }: Pick<Project, 'loaded'>,
): Promise<readonly Diagnostic[]> {
  if (loaded.files.length > 0) return [];
  const paths = await files.list('data');
  // Files that could not be read are there, and have been reported.
  if (paths.some((path) => /\.ya?ml$/i.test(path))) return [];
  return [diagnose('data-missing', { folder: `${files.root}/data` })];
}
