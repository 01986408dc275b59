/**
 * Diagnostics of the machine: disk, locks, browser, settings. An error with one of these codes ends
 * the command with status 3. The message comes from the `HostError` that saw the failure.
 */
import { error, info, warning } from './define.ts';

/** What a row needs to know: the clause in which the host said what went wrong. */
type Said = { readonly what: string };

export const environmentCodes = {
  'read-missing': error(
    (s: Said) => s.what,
    () => 'put it back, or correct the path that names it',
  ),
  'read-failed': error(
    (s: Said) => s.what,
    () => 'make sure that you may read it and that its disk is connected',
  ),
  'read-outside': error(
    (s: Said) => s.what,
    () => 'copy the file into the project and name it by its path from there',
  ),
  'write-failed': error(
    (s: Said) => s.what,
    () => 'make sure that you may write there, or choose another folder with --out',
  ),
  'disk-full': error(
    (s: Said) => s.what,
    () => 'free some space, or choose a folder on another disk with --out; then run it again',
  ),
  'folder-locked': error(
    (s: Said) => s.what,
    () => 'wait until the other run has ended, then run it again',
  ),
  'variable-malformed': error((s: Said) => s.what),
  'browser-missing': error((s: Said) => s.what),
  'browser-failed': error((s: Said) => s.what),
  'print-timeout': error((s: Said) => s.what),
  'port-taken': error(
    (s: Said) => s.what,
    () => 'choose another one with --port, or leave it out and take any that is free',
  ),
  'browser-untested': warning(
    (s: { version: string; first: number; last: number }) =>
      `${s.version} prints; versions ${s.first} to ${s.last} were tried, so look at the pages`,
    () => 'unset BRIEF_BROWSER, or name a browser of one of these versions in it',
  ),
  'sandbox-off': info(
    (s: { reason: string }) => `the browser runs without its sandbox, since ${s.reason}`,
    () => 'run as an ordinary user, on a kernel that lets such users make namespaces',
  ),
  'output-edited': error(
    (s: { name: string; beside: string }) =>
      `${s.name} was changed by hand, so the new one was saved beside it as ${s.beside}`,
    () => 'move your changes into data/, then build again with --force to replace the file',
  ),
} as const;
