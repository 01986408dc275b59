/** The one place where the world's failure becomes something to tell the author. */
import { type Diagnostic, diagnose, type Place } from './diagnostic.ts';
import type { HostError, HostErrorKind } from './host.ts';

/** host error, place → a diagnostic of the area "environment", with the host's hint if it gave one. */
export function hostDiagnostic(error: HostError, place: Place = {}): Diagnostic {
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  return diagnose(codeOfKind[error.kind], { what: error.message }, { ...hint, ...place });
}

const codeOfKind = {
  'file-missing': 'read-missing',
  'file-unreadable': 'read-failed',
  'file-unwritable': 'write-failed',
  'disk-full': 'disk-full',
  'path-outside': 'read-outside',
  locked: 'folder-locked',
  'variable-malformed': 'variable-malformed',
  'browser-missing': 'browser-missing',
  'browser-failed': 'browser-failed',
  'print-timeout': 'print-timeout',
  'port-taken': 'port-taken',
} as const satisfies Record<HostErrorKind, string>;
