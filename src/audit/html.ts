/**
 * Opens a finished page as a stranger would and checks it: rules that its source is enough for, and,
 * where a browser can show it, axe's rules and the width of the page. The report says which checks ran
 * and what came of them, and nothing else.
 */
import { diagnose } from '../model/diagnostic.ts';
import type { Printer } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import type { AuditCheck, AuditReport } from './report.ts';
import { judged } from './report.ts';

/** What shows the page, and axe; or why there is none of it. */
export type PageViewer =
  | { readonly examine: Printer['examine']; readonly axe: string }
  | { readonly missing: string };

/**
 * HTML, what shows it → the report. The page is shown without scripts and without a network. A file
 * that is no page is reported as `html-unreadable`. Rejects as `examine` does.
 */
export async function auditHtml(
  bytes: Uint8Array,
  viewer: PageViewer,
): Promise<Outcome<AuditReport>> {
  const [{ openHtml }, { htmlRules }, shown] = await Promise.all([
    import('./html/open-html.ts'),
    import('./html/rules.ts'),
    import('./html/shown-page.ts'),
  ]);
  let checks: readonly AuditCheck[];
  try {
    const view = openHtml(bytes);
    checks = htmlRules.map((rule) => judged(rule, rule.check(view)));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { value: { checks: [] }, diagnostics: [diagnose('html-unreadable', { problem })] };
  }
  const seen =
    'missing' in viewer
      ? shown.notShown(viewer.missing)
      : await shown.checkShown(new TextDecoder().decode(bytes), viewer.examine, viewer.axe);
  const all = [...checks, ...seen];
  return { value: { checks: all }, diagnostics: all.flatMap(({ problems }) => problems) };
}
