/** The content streams of a PDF: those of its pages, and of the forms that have marks of their own. */

import { type PDFDict, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { dictionaryAt, entry, listAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';

export interface PaintedStream {
  /** Tag of the page or form, by which its marked sequences are known. */
  readonly key: string;
  /** Height of the page; undefined for a form, which does not know where it will be painted. */
  readonly heightPt: number | undefined;
  readonly stream: PDFRawStream;
  /** Names, in this stream's resources, of forms with marks of their own. */
  readonly taggedForms: ReadonlySet<string>;
}

/** PDF as Chromium writes it, one content stream a page → its streams, page by page. */
export function paintedStreams(pdf: PdfFile): readonly PaintedStream[] {
  const streams = new Map<string, PaintedStream>();
  const add = (
    ref: PDFRef,
    stream: PDFRawStream,
    resources: PDFDict | undefined,
    heightPt: number | undefined,
  ): void => {
    if (streams.has(ref.tag)) return;
    const forms = taggedForms(pdf, resources);
    streams.set(ref.tag, { key: ref.tag, heightPt, stream, taggedForms: new Set(forms.keys()) });
    for (const [form, formRef] of forms.values())
      add(formRef, form, dictionaryAt(form.dict, 'Resources'), undefined);
  };
  for (const page of pdf.pages) {
    const [contents] = listAt(page.node, 'Contents').map((value) => pdf.context.lookup(value));
    if (contents instanceof PDFRawStream)
      add(page.ref, contents, dictionaryAt(page.node, 'Resources'), heightOf(page.node));
  }
  return [...streams.values()];
}

/** Chromium gives every page a MediaBox of its own that starts at the origin. */
function heightOf(page: PDFDict): number | undefined {
  const top = listAt(page, 'MediaBox')[3];
  return top instanceof PDFNumber ? top.asNumber() : undefined;
}

function taggedForms(
  pdf: PdfFile,
  resources: PDFDict | undefined,
): ReadonlyMap<string, readonly [PDFRawStream, PDFRef]> {
  const forms = new Map<string, readonly [PDFRawStream, PDFRef]>();
  const xObjects = resources === undefined ? undefined : dictionaryAt(resources, 'XObject');
  for (const [name, value] of xObjects?.entries() ?? []) {
    const form = pdf.context.lookup(value);
    if (!(value instanceof PDFRef) || !(form instanceof PDFRawStream)) continue;
    if (entry(form.dict, 'StructParents') instanceof PDFNumber)
      forms.set(name.asString().slice(1), [form, value]);
  }
  return forms;
}
