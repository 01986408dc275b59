/** Diagnostics of scheduled runs. Those of a schedule's words are in `check.ts`. */
import { warning } from './define.ts';

export const scheduleCodes = {
  'ledger-unreadable': warning(
    (s: { file: string; problem: string }) =>
      `the record of earlier runs, ${s.file}, could not be read: ${s.problem}`,
    () => 'a new one is begun; what was due more than an hour ago is not made up for',
  ),
  'notice-failed': warning(
    (s: { target: string; problem: string }) =>
      `the notice could not be given to ${s.target}: ${s.problem}`,
    () => 'it is tried again at the next look, five times at most',
  ),
} as const;
