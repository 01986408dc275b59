/**
 * "Could", "may" and "might" in a lead: the sentence is true whatever happens.
 * Sources: PHIA, Explaining Uncertainty in UK Intelligence Assessment (words that imply a judgement
 * without saying what it is); ICD 203, D.6.e(2).
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { type Prose, placeIn } from './prose.ts';
import type { Rule } from './rule.ts';
import { type Word, wordsOf } from './words.ts';

/** Reports `lead-hedged`. Only small letters count: the month and the surname have capitals. */
export const leadHedge: Rule = {
  codes: ['lead-hedged'],
  check: ({ prose }) => prose.filter(({ role }) => role === 'lead').flatMap(judge),
};

function judge(field: Prose): Diagnostic[] {
  const hedges = field.vocabulary?.hedges ?? [];
  return field.sentences.map(wordsOf).flatMap((words) =>
    words.flatMap((word, index) => {
      const hedge = hedges.find((known) => known.word === word.text);
      if (hedge === undefined || isOtherSense(hedge, words, index)) return [];
      return [diagnose('lead-hedged', { word: word.text }, placeIn(field, word))];
    }),
  );
}

/** "Could not", "the might of", "may 2019": no hedge. */
function isOtherSense(
  hedge: Vocabulary['hedges'][number],
  words: readonly Word[],
  index: number,
): boolean {
  const previous = words[index - 1]?.lower ?? '';
  const next = words[index + 1]?.lower ?? '';
  if (/^\d/.test(next)) return true;
  return hedge.before?.has(next) === true || hedge.after?.has(previous) === true;
}
