/** Diagnostics of releasing editions and of proving them afterwards. */
import { error, info, warning } from './define.ts';

export const editionCodes = {
  'release-not-final': error(
    (s: { brief: string; status: string }) =>
      `the brief "${s.brief}" is not final: its status is "${s.status}"`,
    () => 'set "status: final" when it may go out',
  ),
  'release-unchanged': info(
    (s: { brief: string; edition: number }) =>
      `the brief "${s.brief}" has not changed since edition ${s.edition}: no new edition`,
  ),
  'edition-missing': error(
    (s: { brief: string; edition: string }) =>
      `the brief "${s.brief}" has no ${s.edition === '' ? 'released edition' : `edition ${s.edition}`}`,
    () => 'brief release makes the first one',
  ),
  'edition-broken': error(
    (s: { file: string; problem: string }) => `${s.file} is not as it was released: ${s.problem}`,
    () => 'restore the file from version control',
  ),
  'edition-input-changed': error(
    (s: { file: string; edition: number }) =>
      `${s.file} has changed since edition ${s.edition} was released`,
    () => 'release the next edition, or restore the file',
  ),
  'edition-resource-changed': error(
    (s: { file: string; edition: number }) =>
      `${s.file}, which shapes the document, has changed since edition ${s.edition} was released`,
    () => 'rebuild with the version of the tool and the templates that released it',
  ),
  'edition-artifact-differs': error(
    (s: { file: string; edition: number }) =>
      `${s.file} of edition ${s.edition}, built again from its lock, is not byte for byte the same`,
    () => 'use the version of the tool, the templates and the browser that released it',
  ),
  'edition-format-missing': error(
    (s: { brief: string; edition: number; format: string }) =>
      `edition ${s.edition} of "${s.brief}" was not released as ${s.format}`,
    () => 'leave --as-released out, or the format',
  ),
  'edition-look-differs': warning(
    (s: { edition: number; count: number }) =>
      `edition ${s.edition} is printed with its own words and the look of today: ${s.count === 1 ? 'one template, style or font has' : `${s.count} templates, styles and fonts have`} changed since`,
  ),
  'edition-tool-differs': warning(
    (s: { edition: number; before: string; now: string }) =>
      `edition ${s.edition} was released with ${s.before}; this is ${s.now}`,
  ),
} as const;
