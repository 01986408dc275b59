/**
 * What an audit found out, check by check. It says which checks ran and what came of each, and claims
 * nothing beyond that: a file that passes is not thereby conformant to anything.
 */
import type { Code } from '../model/codes.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';

/**
 * What came of a check. `undecided`: a person must look. `not-applicable`: the file has nothing of the
 * kind. `not-run`: what the check needs was not there; its reason says what.
 */
export type CheckOutcome = 'passed' | 'failed' | 'undecided' | 'not-applicable' | 'not-run';

/** Standards that checks stand on. `own`: a rule of ours. */
export const standards = [
  'PDF/UA-1',
  'PDF/A-3a',
  'WCAG 2.2',
  'best practice',
  'Office Open XML',
  'TLP 2.0',
  'own',
] as const;

export type Standard = (typeof standards)[number];

/** What a check asks, before it ran. */
export interface Requirement {
  /** The code that it reports. */
  readonly code: Code;
  /** What it asks of a file, as one clause. */
  readonly requirement: string;
  readonly standards: readonly Standard[];
  /** Clauses and checkpoints: `ISO 14289-1, 7.18.5; Matterhorn 28-011`. */
  readonly source: string;
}

export interface AuditCheck extends Requirement {
  /** Its code, or `axe/color-contrast` for a rule of axe. */
  readonly name: string;
  readonly outcome: CheckOutcome;
  /** Why it was not run. */
  readonly reason?: string;
  readonly problems: readonly Diagnostic[];
}

export interface AuditReport {
  readonly checks: readonly AuditCheck[];
}

/** One fault of a template repeats itself on every page; more than this of one kind help nobody. */
const MOST_REPORTED = 8;

/** requirement, what is wrong (undefined where there is nothing to look at) → the check. */
export function judged(
  { code, requirement, standards, source }: Requirement,
  found: readonly Diagnostic[] | undefined,
): AuditCheck {
  const outcome = found === undefined ? 'not-applicable' : hasErrors(found) ? 'failed' : 'passed';
  const problems = (found ?? []).slice(0, MOST_REPORTED);
  return { name: code, code, requirement, standards, source, outcome, problems };
}

/** requirement, reason → the check that was not run. */
export function notRun(requirement: Requirement, reason: string): AuditCheck {
  return { ...judged(requirement, undefined), outcome: 'not-run', reason };
}

/** report, standard → true when checks of it ran and none of them failed. */
export function hasPassed(report: AuditReport, standard: Standard): boolean {
  const checks = report.checks.filter(({ standards }) => standards.includes(standard));
  return (
    checks.some(({ outcome }) => outcome === 'passed') &&
    checks.every(({ problems }) => !hasErrors(problems))
  );
}
