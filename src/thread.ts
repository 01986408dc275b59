/**
 * What is done in a thread of its own while briefs are composed and printed: PDFs are finished and
 * opened again. Both take printed bytes and plain data, so nothing but these has to be carried over.
 */
import type { PdfExpectation } from './audit/pdf.ts';
import { keepCompiled } from './host/keep-compiled.ts';
import { serveThread } from './host/threads/serve-thread.ts';
import type { FinishOptions } from './render/pdf/finish-pdf.ts';

keepCompiled(process.env);
// Read at once, as the thread has nothing else to do, but not before what was compiled is kept.
const finishing = import('./render/pdf/finish-pdf.ts');
const auditing = import('./audit/pdf.ts');
serveThread({
  'finish-pdf': async ({ printed, options }: { printed: Uint8Array; options: FinishOptions }) => {
    const { finishPdf } = await finishing;
    return finishPdf(printed, options);
  },
  'audit-pdf': async ({ bytes, expected }: { bytes: Uint8Array; expected: PdfExpectation }) => {
    const { auditPdf } = await auditing;
    return auditPdf(bytes, expected);
  },
});
