/**
 * What an audit found out, check by check. It says which checks ran and what came of each, and claims
 * nothing beyond that: a file that passes is not thereby conformant to anything.
 */
import type { Code } from '../model/codes.ts';

/** What came of a check. `skipped`: there was nothing to look at, or nothing to compare it with. */
export type CheckOutcome = 'passed' | 'failed' | 'skipped';

/** Standards that checks stand on. `own`: a rule of ours. */
export type Standard = 'PDF/UA-1' | 'PDF/A-3a' | 'own';

export interface AuditCheck {
  /** The code that it reports. */
  readonly code: Code;
  /** What it asks of a file, as one clause. */
  readonly requirement: string;
  readonly standards: readonly Standard[];
  /** Clauses and checkpoints: `ISO 14289-1, 7.18.5; Matterhorn 28-011`. */
  readonly source: string;
  readonly outcome: CheckOutcome;
}

export interface AuditReport {
  readonly checks: readonly AuditCheck[];
}

/** report, standard → true when checks of it ran and none of them failed. */
export function hasPassed(report: AuditReport, standard: Standard): boolean {
  const checks = report.checks.filter(({ standards }) => standards.includes(standard));
  return (
    checks.some(({ outcome }) => outcome === 'passed') &&
    checks.every(({ outcome }) => outcome !== 'failed')
  );
}
