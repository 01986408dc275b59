/** Compares a PDF with the text of its brief, once for all the checks that ask about it. */
import { comparable } from '../comparable.ts';
import { compareText, type TextDifferences } from './compare-text.ts';
import type { PdfExpectation } from './expectation.ts';
import type { PdfView } from './open-pdf.ts';
import { spokenText } from './spoken-text.ts';

/** What the PDF must be, and how its text differs from that. */
export interface Comparison extends PdfExpectation {
  readonly differences: TextDifferences;
}

/** PDF, what it must be → both with the differences of their texts. */
export function compareWith(view: PdfView, expected: PdfExpectation): Comparison {
  const spoken = (view.tags?.roots ?? []).map((tag) => spokenText(view, tag)).join('\n');
  const page = comparable(spoken);
  const body = compareText(page, expected.blocks);
  const notes = expected.notes.map((blocks) => compareText(page, blocks));
  const all = [body, ...notes];
  return {
    ...expected,
    differences: {
      lost: all.flatMap(({ lost }) => lost),
      reordered: all.flatMap(({ reordered }) => reordered),
    },
  };
}
