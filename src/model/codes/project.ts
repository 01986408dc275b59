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
  'language-missing': error(
    (s: { lang: string; briefs: string; known: string }) =>
      `there is no "${s.lang}" of ${s.briefs}`,
    (s) => `possible: ${s.known}; another is added under \`languages:\` of the brief`,
  ),
} as const;
