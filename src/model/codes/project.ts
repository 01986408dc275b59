/** Diagnostics of a project as a whole. */
import { error } from './define.ts';

export const projectCodes = {
  'data-missing': error(
    (s: { folder: string }) => `there are no data: no YAML file was found below ${s.folder}`,
    () => 'run brief in the folder that holds data/, or name that folder with --root',
  ),
  'briefs-missing': error(
    () => 'the data hold no brief, so there is nothing to build',
    () => 'add one as a file of its own below data/briefs/',
  ),
} as const;
