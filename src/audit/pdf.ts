/**
 * Opens a finished PDF as a stranger would and checks it: the machine-checkable part of PDF/UA-1 and
 * PDF/A-3a as far as the files of a browser can break it, and rules of ours. The report says which
 * checks ran and what came of them, and nothing else.
 */
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PdfExpectation } from './pdf/expectation.ts';
import type { Rule } from './pdf/rule.ts';
import type { AuditCheck, AuditReport } from './report.ts';

export { expectationOf, type PdfExpectation } from './pdf/expectation.ts';
export { identifyPdf } from './pdf/identify.ts';

/**
 * PDF, what it must be → the report. Without an expectation the file is a stranger's, and whatever
 * compares it with a brief is skipped. A file that cannot be opened is reported as `pdf-unreadable`.
 */
export async function auditPdf(
  bytes: Uint8Array,
  expected?: PdfExpectation,
): Promise<Outcome<AuditReport>> {
  const [{ openPdf }, { compareWith }, { pdfRules }, { claimRule }] = await Promise.all([
    import('./pdf/open-pdf.ts'),
    import('./pdf/compare-with.ts'),
    import('./pdf/rules.ts'),
    import('./pdf/rules/claims.ts'),
  ]);
  const view = await openPdf(bytes).catch((error: unknown) => problemOf(error));
  if (typeof view === 'string')
    return { value: { checks: [] }, diagnostics: [diagnose('pdf-unreadable', { problem: view })] };
  const comparison = expected && compareWith(view, expected);
  const diagnostics: Diagnostic[] = [];
  const run = (rule: Rule): AuditCheck => {
    const { code, requirement, standards, source } = rule;
    const found = rule.check(view, comparison);
    diagnostics.push(...(found ?? []).slice(0, MOST_REPORTED));
    const outcome = found === undefined ? 'skipped' : hasErrors(found) ? 'failed' : 'passed';
    return { code, requirement, standards, source, outcome };
  };
  const checks = pdfRules.map(run);
  return { value: { checks: [...checks, run(claimRule({ checks }))] }, diagnostics };
}

/** One fault of a template repeats itself on every page; more than this of one kind help nobody. */
const MOST_REPORTED = 8;

function problemOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
