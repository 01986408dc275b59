/**
 * Puts bookmarks right that Chromium made twice as long. A heading that moved to the next page leaves
 * an empty mark at the foot of the page before it, and the bookmark then has the heading's text once
 * for each of the two marks.
 */

import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../../model/pdf/names.ts';
import { dictionaryAt, referenceAt, textAt } from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { textString } from './objects.ts';

/** The outline is changed; `losers` are elements that had a mark without text. */
export function repairOutline(pdf: PdfFile, losers: ReadonlySet<PDFRef>): void {
  const outline = dictionaryAt(pdf.catalog, 'Outlines');
  if (outline !== undefined) repairItems(outline, losers);
}

function repairItems(parent: PDFDict, losers: ReadonlySet<PDFRef>): void {
  for (let item = dictionaryAt(parent, 'First'); item; item = dictionaryAt(item, 'Next')) {
    const element = referenceAt(item, 'SE');
    const title = textAt(item, 'Title') ?? '';
    const half = title.slice(0, title.length / 2);
    if (element !== undefined && losers.has(element) && title === half + half)
      item.set(nameOf('Title'), textString(half));
    repairItems(item, losers);
  }
}
