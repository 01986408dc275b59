/** The shape of one row in the tables of diagnostic codes. */

/** How much a diagnostic weighs: an error stops the build of what it touches. */
export type Severity = 'error' | 'warning' | 'info';

/** A row: default severity, the message and the remedy, both made from the same slots. */
export interface CodeEntry<S> {
  readonly severity: Severity;
  readonly message: (slots: S) => string;
  readonly hint?: (slots: S) => string;
}

/** A row for an error: the build of what it touches stops. */
export function error<S = Record<never, never>>(
  message: (slots: S) => string,
  hint?: (slots: S) => string,
): CodeEntry<S> {
  return row('error', message, hint);
}

/** A row for a warning: the build goes on, `--strict` stops it. */
export function warning<S = Record<never, never>>(
  message: (slots: S) => string,
  hint?: (slots: S) => string,
): CodeEntry<S> {
  return row('warning', message, hint);
}

/** A row for something worth knowing. */
export function info<S = Record<never, never>>(
  message: (slots: S) => string,
  hint?: (slots: S) => string,
): CodeEntry<S> {
  return row('info', message, hint);
}

function row<S>(
  severity: Severity,
  message: (slots: S) => string,
  hint: ((slots: S) => string) | undefined,
): CodeEntry<S> {
  return hint === undefined ? { severity, message } : { severity, message, hint };
}
