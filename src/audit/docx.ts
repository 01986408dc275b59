/**
 * Opens a Word file as a stranger would, as a zip of XML, and checks what a machine can see of it:
 * styles, headings, texts for pictures, tables, language, title, marking, and that it does nothing. The
 * report says which checks ran and what came of them, and nothing else.
 */
import { diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import { type AuditReport, judged } from './report.ts';

/** Word file → the report. A file that cannot be opened is reported as `docx-unreadable`. */
export async function auditDocx(bytes: Uint8Array): Promise<Outcome<AuditReport>> {
  const [{ openDocx }, { docxRules }] = await Promise.all([
    import('./docx/open-docx.ts'),
    import('./docx/rules.ts'),
  ]);
  try {
    const view = openDocx(bytes);
    const checks = docxRules.map((rule) => judged(rule, rule.check(view)));
    return { value: { checks }, diagnostics: checks.flatMap(({ problems }) => problems) };
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { value: { checks: [] }, diagnostics: [diagnose('docx-unreadable', { problem })] };
  }
}
