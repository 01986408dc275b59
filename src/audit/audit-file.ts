/**
 * Any finished file, ours or a stranger's → which checks ran on it and what came of them. The format is
 * told by the bytes, and by the name only where these do not say.
 */
import { diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PageViewer } from './html.ts';
import type { AuditReport } from './report.ts';

export type { PageViewer } from './html.ts';
export type { AuditCheck, CheckOutcome } from './report.ts';
export { type Standard, standards } from './report.ts';

export type AuditedFormat = 'pdf' | 'html' | 'docx';

/** Name and bytes → the format that the file is audited as; undefined for all others. */
export function formatOf(name: string, bytes: Uint8Array): AuditedFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  // Source: ISO 32000-1, annex H.3.4: viewers look for the header in the first 1,024 bytes.
  if (head.includes('%PDF-')) return 'pdf';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)/i.test(head))
    return 'html';
  const ending = /\.(pdf|html?|docx)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'htm') return 'html';
  return ending === 'pdf' || ending === 'html' || ending === 'docx' ? ending : undefined;
}

/** file, what shows a page → its report; `audit-format-unknown` where there are no checks for it. */
export async function auditFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  viewer: () => Promise<PageViewer>,
): Promise<Outcome<AuditReport>> {
  switch (formatOf(name, bytes)) {
    case 'pdf':
      return (await import('./pdf.ts')).auditPdf(bytes);
    case 'docx':
      return (await import('./docx.ts')).auditDocx(bytes);
    case 'html':
      return (await import('./html.ts')).auditHtml(bytes, await viewer());
    case undefined:
      return { value: { checks: [] }, diagnostics: [diagnose('audit-format-unknown', { name })] };
  }
}
