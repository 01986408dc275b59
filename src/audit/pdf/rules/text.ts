/** Checks of the text against the tree that it was made from. */
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import type { TextDifference } from '../compare-text.ts';
import type { Rule } from '../rule.ts';

export const textRules: readonly Rule[] = [
  {
    code: 'pdf-text-lost',
    requirement: 'every word of the brief is in the file',
    standards: ['own'],
    source: 'own rule: a brief that lost a word is never shipped',
    needsBrief: true,
    check: (_, expected) =>
      expected?.differences.lost.map((one) =>
        diagnose('pdf-text-lost', { text: shortened(one.text, 80) }, placeOf(one)),
      ),
  },
  {
    code: 'pdf-text-reordered',
    requirement: 'the file is read in the order of the brief',
    standards: ['own', 'PDF/UA-1'],
    source: 'ISO 14289-1, 7.1 (logical reading order); Matterhorn 09-001',
    needsBrief: true,
    check: (_, expected) =>
      expected?.differences.reordered.map((one) =>
        diagnose('pdf-text-reordered', { text: shortened(one.text) }, placeOf(one)),
      ),
  },
];

function placeOf({ block: { origin } }: TextDifference) {
  return origin === undefined ? {} : { span: origin };
}
