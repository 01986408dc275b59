/**
 * What is done in a thread of its own while briefs are composed and printed: PDFs are finished and
 * opened again. Both take printed bytes and plain data, so nothing but these has to be carried over.
 */
import type { PdfExpectation } from './audit/pdf.ts';
import { keepCompiled } from './host/keep-compiled.ts';
import { serveThread } from './host/threads/serve-thread.ts';
import type { FinishOptions } from './render/pdf/finish-pdf.ts';

keepCompiled(process.env);
serveThread({
  'finish-pdf': async ({ printed, options }: { printed: Uint8Array; options: FinishOptions }) => {
    const { finishPdf } = await import('./render/pdf/finish-pdf.ts');
    return finishPdf(printed, options);
  },
  'audit-pdf': async ({ bytes, expected }: { bytes: Uint8Array; expected: PdfExpectation }) => {
    const { auditPdf } = await import('./audit/pdf.ts');
    return auditPdf(bytes, expected);
  },
});
