/** Diagnostics of the index of what was published, and of its feeds. */
import { error, info, warning } from './define.ts';

export const siteCodes = {
  'site-file-foreign': error<{ name: string; beside: string }>(
    ({ name, beside }) =>
      `${name} in the output folder is not as the index was left, so the new one is ${beside}`,
    ({ name }) => `rename or delete your own ${name}, or add --force to replace it`,
  ),
  'site-name-taken': error<{ name: string; other: string }>(
    ({ name, other }) => `the document ${other} has the name of the index, ${name}`,
    () => 'give the brief another id',
  ),
  'site-abandoned': warning<{ names: readonly string[] }>(
    ({ names }) =>
      `nothing keeps ${names.join(', ')} in the output folder up to date: publisher.yaml has no "site:"`,
    () => 'delete what is not needed, write "site:" in publisher.yaml, or run "brief index" again',
  ),
  'site-empty': info(
    () => 'the index is empty: nothing in the output folder may be named in it',
    () => 'build a final brief for TLP:CLEAR, or write "internal: true" under "site:"',
  ),
  'site-omits': info<{ count: number }>(
    ({ count }) =>
      count === 1
        ? 'the index leaves out one document, which is not final or not TLP:CLEAR'
        : `the index leaves out ${count} documents, which are not final or not TLP:CLEAR`,
    () => 'write "internal: true" under "site:" for an index of everything',
  ),
  'site-feeds-without-url': info(
    () => 'there are no feeds, as nobody has said where the documents will lie',
    () => 'add "site:" with "url:" to publisher.yaml',
  ),
} as const;
