/** Checks of the text against the tree that it was made from. */
import { diagnose } from '../../../model/diagnostic.ts';
import { compareText, type TextDifferences } from '../compare-text.ts';
import type { PdfExpectation } from '../expectation.ts';
import type { PdfView } from '../open-pdf.ts';
import { type Rule, shortened } from '../rule.ts';
import { spokenText } from '../spoken-text.ts';

export const textRules: readonly Rule[] = [
  {
    code: 'pdf-text-lost',
    requirement: 'every word of the brief is in the file',
    standards: ['own'],
    source: 'own rule: a brief that lost a word is never shipped',
    check: (view, expected) =>
      differences(view, expected)?.lost.map(({ text, block: { origin } }) =>
        diagnose(
          'pdf-text-lost',
          { text: shortened(text, 80) },
          origin === undefined ? {} : { span: origin },
        ),
      ),
  },
  {
    code: 'pdf-text-reordered',
    requirement: 'the file is read in the order of the brief',
    standards: ['own', 'PDF/UA-1'],
    source: 'ISO 14289-1, 7.1 (logical reading order); Matterhorn 09-001',
    check: (view, expected) =>
      differences(view, expected)?.reordered.map(({ text, block: { origin } }) =>
        diagnose(
          'pdf-text-reordered',
          { text: shortened(text) },
          origin === undefined ? {} : { span: origin },
        ),
      ),
  },
];

function differences(
  view: PdfView,
  expected: PdfExpectation | undefined,
): TextDifferences | undefined {
  if (expected === undefined) return undefined;
  const spoken = (view.tags?.roots ?? []).map((tag) => spokenText(view, tag)).join('\n');
  const body = compareText(spoken, expected.blocks);
  const notes = expected.notes.map((blocks) => compareText(spoken, blocks));
  return {
    lost: [body, ...notes].flatMap(({ lost }) => lost),
    reordered: [body, ...notes].flatMap(({ reordered }) => reordered),
  };
}
