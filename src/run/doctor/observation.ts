/** What the doctor sees of one thing. */
import { HostError } from '../../model/host.ts';

/** One thing that was looked at. */
export interface Observation {
  readonly subject: Subject;
  /** `failed` is something that builds need and that is missing. */
  readonly state: 'ok' | 'warning' | 'failed';
  /** One clause. */
  readonly message: string;
  /** What to do, in one sentence; always given unless `ok`. */
  readonly remedy?: string;
}

export type Subject = 'node' | 'browser' | 'sandbox' | 'fonts' | 'output' | 'templates' | 'data';

/** subject, clause → that all is well with it. */
export function sound(subject: Subject, message: string): Observation {
  return { subject, state: 'ok', message };
}

/** What was thrown → `failed`, with the host's remedy or another. Throws what is no `HostError`. */
export function failure(subject: Subject, error: unknown, otherwise: string): Observation {
  if (!(error instanceof HostError)) throw error;
  return { subject, state: 'failed', message: error.message, remedy: error.hint ?? otherwise };
}

/** Remedy where a part of our own package is missing. */
export const reinstall = 'install the package again, with all of its dependencies';
