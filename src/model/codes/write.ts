/** Diagnostics of the output folder: the names in it and what stands there already. */
import { error, warning } from './define.ts';

export const writeCodes = {
  'output-name-unsafe': error(
    (s: { name: string; reason: string }) => `"${s.name}" cannot be a file name: ${s.reason}`,
    () => 'give the brief another id',
  ),
  'output-name-collision': error(
    (s: { name: string; other: string }) =>
      s.name === s.other
        ? `two documents would both be named "${s.name}"`
        : `"${s.name}" and "${s.other}" are one file on disks that do not tell capitals apart`,
    () => 'give one of the two briefs another id',
  ),
  'output-orphaned': warning(
    (s: { name: string; brief: string }) =>
      `${s.name} was made from the brief "${s.brief}", which is no longer there`,
    () => 'delete the file if it is not needed; nothing updates it any more',
  ),
  'output-leftover': warning(
    (s: { name: string }) => `${s.name} is left from an earlier build and was not released`,
    () => 'delete it if it is not needed',
  ),
  'manifest-unreadable': warning(
    (s: { problem: string }) => `manifest.json could not be read: ${s.problem}`,
    () =>
      'a new one is written; documents that it does not know are not overwritten without --force',
  ),
} as const;
