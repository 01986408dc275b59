/**
 * Opens a finished PDF as a stranger would and checks it: the machine-checkable part of PDF/UA-1 and
 * PDF/A-3a as far as the files of a browser can break it, and rules of ours. The report says which
 * checks ran and what came of them, and nothing else.
 */
import { diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PdfExpectation } from './pdf/expectation.ts';
import type { Rule } from './pdf/rule.ts';
import { type AuditCheck, type AuditReport, judged, notRun } from './report.ts';

export { expectationOf, type PdfExpectation } from './pdf/expectation.ts';
export { identifyPdf } from './pdf/identify.ts';

/**
 * PDF, what it must be → the report. Without an expectation the file is a stranger's: what compares it
 * with a brief is not run, and a check that its broken objects defeat is reported, not thrown. A file
 * that cannot be opened is reported as `pdf-unreadable`.
 */
export async function auditPdf(
  bytes: Uint8Array,
  expected?: PdfExpectation,
): Promise<Outcome<AuditReport>> {
  const [{ openPdf }, { compareWith }, { pdfRules }, { claimRule }] = await auditParts();
  const view = await openPdf(bytes).catch(() => undefined);
  if (view === undefined) {
    const problem = whyClosed(bytes);
    return { value: { checks: [] }, diagnostics: [diagnose('pdf-unreadable', { problem })] };
  }
  const comparison = expected && compareWith(view, expected);
  const run = (rule: Rule): AuditCheck => {
    if (rule.needsBrief === true && comparison === undefined) return notRun(rule, briefUnknown);
    try {
      return judged(rule, rule.check(view, comparison));
    } catch (error) {
      // Our own files do not defeat our checks; where they do, the check is at fault.
      if (comparison !== undefined) throw error;
      const problem = `the check ${rule.code} ended in its objects (${problemOf(error)})`;
      const problems = [diagnose('pdf-unreadable', { problem })];
      return { ...notRun(rule, 'the file is too broken for it'), problems };
    }
  };
  const checks = pdfRules.map(run);
  const value = { checks: [...checks, run(claimRule({ checks }))] };
  return { value, diagnostics: value.checks.flatMap(({ problems }) => problems) };
}

/** What the audit is made of; whoever has time before there is a PDF may read it then. */
export function auditParts() {
  return Promise.all([
    import('./pdf/open-pdf.ts'),
    import('./pdf/compare-with.ts'),
    import('./pdf/rules.ts'),
    import('./pdf/rules/claims.ts'),
  ]);
}

const briefUnknown = 'the brief that the file was made from is not known';

/** Bytes of a file that cannot be opened → why, as far as they tell. */
function whyClosed(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.slice(0, 1024).includes('%PDF-')) return 'it does not begin as a PDF does';
  // Source: ISO 32000-1, table 15: the trailer of an encrypted file has an entry Encrypt.
  if (/\/Encrypt\s*(?:\d+ \d+ R|<<)/.test(text)) return 'it opens with a password only';
  return 'it is broken, or cut off';
}

function problemOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
