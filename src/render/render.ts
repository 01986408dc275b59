/** Formats and their renderers: the one table of them. A new format is one file and one row. */
import type { Aside } from '../model/aside.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Artifact, Composed, Format } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import { watchPrinting } from '../model/printing.ts';

/** document, what the host lends → one artifact. Loaded by need: nobody pays for what is not asked. */
type Render = (document: Composed, lent: Lent) => Promise<Outcome<Artifact | undefined>>;

/** What a renderer may use of the world: a printer, what draws pixels, a thread, and no more. */
type Lent = Pick<Host, 'printer' | 'rasterizer'> & { readonly aside?: Aside | undefined };

const renderers: Readonly<Record<Format, Render>> = {
  md: async (document) => (await import('./markdown.ts')).renderMarkdown(document),
  html: async (document) => (await import('./html.ts')).renderHtml(document),
  json: async (document) => (await import('./json.ts')).renderJson(document),
  csv: async (document) => (await import('./csv.ts')).renderCsv(document),
  stix: async (document) => (await import('./stix.ts')).renderStix(document),
  pdf: async (document, { printer, aside }) => {
    const { printPdf } = await import('./print-pdf.ts');
    return printPdf(document, printer, aside);
  },
  email: async (document, { rasterizer }) =>
    (await import('./email.ts')).renderEmail(document, rasterizer),
  docx: async (document, { rasterizer }) =>
    (await import('./docx.ts')).renderDocx(document, rasterizer),
};

/**
 * document, formats → artifacts in the order asked for. One that fails leaves the others whole; one
 * with an error is not released, even where its renderer could finish it.
 */
export async function render(
  document: Composed,
  formats: readonly Format[],
  lent: Lent,
): Promise<Outcome<Artifact[]>> {
  const outcomes = await renderAll(document, formats, lent);
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const outcome of outcomes) {
    if (outcome === undefined) continue;
    diagnostics.push(...outcome.diagnostics);
    const isSound = !hasErrors(outcome.diagnostics);
    if (outcome.value !== undefined && isSound) artifacts.push(outcome.value);
  }
  return { value: artifacts, diagnostics };
}

/** The browser is given its document first; the other formats are rendered while it prints. */
async function renderAll(document: Composed, formats: readonly Format[], lent: Lent) {
  const watched = watchPrinting(lent.printer);
  const begin = (format: Format) => renderers[format](document, { ...lent, ...watched });
  const printed = formats.filter((format) => format === 'pdf').map(begin);
  await Promise.race([watched.started, Promise.all(printed)]);
  return Promise.all(formats.map((format) => (format === 'pdf' ? printed[0] : begin(format))));
}
