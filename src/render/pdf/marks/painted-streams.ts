/** The content streams of a PDF: those of its pages, and of the forms that have marks of their own. */

import { dictionaryAt, entry, follow, listAt } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { type PdfDict, PdfRef, PdfStream } from '../../../model/pdf/values.ts';

export interface PaintedStream {
  /** The page or form, by which its marked sequences are known. */
  readonly ref: PdfRef;
  /** Height of the page; undefined for a form, which does not know where it will be painted. */
  readonly heightPt: number | undefined;
  readonly stream: PdfStream;
  /** Names, in this stream's resources, of forms with marks of their own. */
  readonly taggedForms: ReadonlySet<string>;
}

/** PDF as Chromium writes it, one content stream a page → its streams, page by page. */
export function paintedStreams(pdf: PdfFile): readonly PaintedStream[] {
  const streams = new Map<PdfRef, PaintedStream>();
  const add = (
    ref: PdfRef,
    stream: PdfStream,
    resources: PdfDict | undefined,
    heightPt: number | undefined,
  ): void => {
    if (streams.has(ref)) return;
    const forms = taggedForms(resources);
    streams.set(ref, { ref, heightPt, stream, taggedForms: new Set(forms.keys()) });
    for (const [form, formRef] of forms.values())
      add(formRef, form, dictionaryAt(form.dict, 'Resources'), undefined);
  };
  for (const page of pdf.pages) {
    const [contents] = listAt(page.node, 'Contents').map(follow);
    if (contents instanceof PdfStream)
      add(page.ref, contents, dictionaryAt(page.node, 'Resources'), heightOf(page.node));
  }
  return [...streams.values()];
}

/** Chromium gives every page a MediaBox of its own that starts at the origin. */
function heightOf(page: PdfDict): number | undefined {
  const top = listAt(page, 'MediaBox')[3];
  return typeof top === 'number' ? top : undefined;
}

function taggedForms(
  resources: PdfDict | undefined,
): ReadonlyMap<string, readonly [PdfStream, PdfRef]> {
  const forms = new Map<string, readonly [PdfStream, PdfRef]>();
  const xObjects = resources === undefined ? undefined : dictionaryAt(resources, 'XObject');
  for (const [name, value] of xObjects?.map ?? []) {
    const form = follow(value);
    if (!(value instanceof PdfRef) || !(form instanceof PdfStream)) continue;
    if (typeof entry(form.dict, 'StructParents') === 'number') forms.set(name, [form, value]);
  }
  return forms;
}
