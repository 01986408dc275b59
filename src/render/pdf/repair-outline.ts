/**
 * Puts bookmarks right that Chromium wrote otherwise than their headings: without the space where a line
 * was broken, from right to left with the last word first, or twice as long. A heading that moved to the
 * next page leaves an empty mark at the foot of the page before it, and the bookmark then has the
 * heading's text once for each of the two marks.
 */

import { dictionaryAt, referenceAt, textAt } from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { textString } from '../../model/pdf/text-string.ts';
import type { PdfDict, PdfRef } from '../../model/pdf/values.ts';
import { asWritten } from './heading-texts.ts';

/**
 * The outline is changed; `losers` are elements that had a mark without text, `headings` the headings
 * as they were written.
 */
export function repairOutline(
  pdf: PdfFile,
  losers: ReadonlySet<PdfRef>,
  headings: readonly string[],
): void {
  const outline = dictionaryAt(pdf.catalog, 'Outlines');
  if (outline !== undefined) repairItems(outline, losers, headings);
}

function repairItems(
  parent: PdfDict,
  losers: ReadonlySet<PdfRef>,
  headings: readonly string[],
): void {
  for (let item = dictionaryAt(parent, 'First'); item; item = dictionaryAt(item, 'Next')) {
    const element = referenceAt(item, 'SE');
    const title = textAt(item, 'Title') ?? '';
    const half = title.slice(0, title.length / 2);
    const isDouble = element !== undefined && losers.has(element) && title === half + half;
    const once = isDouble ? half : title;
    const mended = asWritten(once, headings);
    if (mended !== title) item.set('Title', textString(mended));
    repairItems(item, losers, headings);
  }
}
