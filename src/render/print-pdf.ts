/** The PDF of a brief: its page made for our own printer, printed, finished, its data inside. */
import type { Aside } from '../model/aside.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Artifact, Composed } from '../model/document.ts';
import { HostError, type Printer, type PrintJob } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import { htmlText } from './html.ts';
import { dataFiles } from './pdf/data-files.ts';
import { renderPdf } from './pdf.ts';

/**
 * document, the host's printer → `<id>.pdf`. A browser that is missing or fails is reported with a
 * code of the environment, so that the other formats are written all the same.
 */
export async function printPdf(
  document: Composed,
  printer: () => Promise<Printer>,
  aside?: Aside,
): Promise<Outcome<Artifact | undefined>> {
  const starting = printer();
  // A browser that cannot start is dealt with below; until then nobody listens to the promise.
  starting.catch(() => {});
  const page = htmlText(document, { purpose: 'print' });
  const attachments = dataFiles(document);
  try {
    const browser = await starting;
    const overflowing: string[] = [];
    const print = async (job: PrintJob) => {
      const printed = await browser.print(job);
      overflowing.push(...printed.overflowing);
      return printed;
    };
    const pdf = await renderPdf(page.value, document, print, { attachments, aside });
    const clipped = overflowing.map((text) => diagnose('content-overflows', { text }));
    return {
      value: { ...pdf.value, browser: browser.browser },
      diagnostics: [...page.diagnostics, ...pdf.diagnostics, ...clipped],
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { value: undefined, diagnostics: [...page.diagnostics, hostDiagnostic(error)] };
  }
}
