/**
 * Renders a brief as PDF: its HTML, printed by a browser, then finished. What the browser got wrong
 * in looks is not noticed here; `audit` opens the file again.
 */

import type { Aside } from '../model/aside.ts';
import type { Artifact, Composed } from '../model/document.ts';
import type { PrintJob, PrintResult } from '../model/host.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import type { Attachment } from './pdf/attach.ts';
import type { FinishedPdf, FinishOptions } from './pdf/finish-pdf.ts';
import { prepareForPrint } from './pdf/prepare-for-print.ts';

export type { Attachment } from './pdf/attach.ts';

export interface PdfOptions {
  /** Files that go along inside the PDF. None, if left out. */
  readonly attachments?: readonly Attachment[];
  /** How long the browser may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** Finishes the file in a thread of its own. */
  readonly aside?: Aside | undefined;
}

/**
 * The HTML of a brief, as text or as the bytes of its file, the brief, a browser's print function → the PDF. Rejects with what `print`
 * rejects with.
 */
export async function renderPdf(
  html: string | Uint8Array,
  document: Composed,
  print: (job: PrintJob) => Promise<PrintResult>,
  options: PdfOptions = {},
): Promise<Outcome<Artifact>> {
  const { meta } = document;
  const text = typeof html === 'string' ? html : new TextDecoder().decode(html);
  const prepared = prepareForPrint(text, meta.lang);
  const printing = print({
    html: prepared.html,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  const { facts } = prepared;
  const { bytes, pages } = await finish(printing, options.aside, {
    meta,
    facts,
    attachments: options.attachments ?? [],
  });
  return clean({
    brief: meta.id,
    format: 'pdf',
    name: `${meta.fileStem}.pdf`,
    mediaType: 'application/pdf',
    bytes,
    pages,
  });
}

async function finish(
  printing: Promise<PrintResult>,
  aside: Aside | undefined,
  options: FinishOptions,
): Promise<FinishedPdf> {
  if (aside !== undefined) {
    const { bytes: printed } = await printing;
    return aside<FinishedPdf>('finish-pdf', { printed, options });
  }
  // What finishes a file is read while the browser prints.
  const [{ bytes }, { finishPdf }] = await Promise.all([printing, import('./pdf/finish-pdf.ts')]);
  return finishPdf(bytes, options);
}

/** A brief prints in a tenth of a second; one that takes this long hangs. */
const DEFAULT_TIMEOUT_MS = 30_000;
