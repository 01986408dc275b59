/**
 * Length: a lead is one sentence of at most 25 words, and no other sentence has more than 25.
 * Source: GOV.UK, Content design ("Short sentences"); the limits stand in the vocabulary.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Prose, placeIn, type Sentence } from './prose.ts';
import type { Rule } from './rule.ts';

/** Reports `lead-too-long`: the second sentence, or the words past the limit. */
export const leadLength: Rule = {
  codes: ['lead-too-long'],
  check: ({ prose }) => prose.filter(({ role }) => role === 'lead').flatMap(judgeLead),
};

/** Reports `sentence-too-long` at the whole sentence. Words inside quotations do not count. */
export const sentenceLength: Rule = {
  codes: ['sentence-too-long'],
  check: ({ prose }) => prose.filter(({ role }) => role !== 'lead').flatMap(judgeSentences),
};

function judgeLead(field: Prose): Diagnostic[] {
  const [first, second] = field.sentences;
  const last = field.sentences.at(-1);
  if (first === undefined || last === undefined) return [];
  if (second !== undefined) {
    const found = `${field.sentences.length} sentences`;
    const rest = { start: second.start, end: last.end };
    return [diagnose('lead-too-long', { found }, placeIn(field, rest))];
  }
  const limit = field.vocabulary?.limits.leadWords ?? Number.POSITIVE_INFINITY;
  const start = first.starts[limit];
  if (start === undefined) return [];
  const found = `${first.starts.length} words`;
  return [diagnose('lead-too-long', { found }, placeIn(field, { start, end: first.end }))];
}

function judgeSentences(field: Prose): Diagnostic[] {
  const limit = field.vocabulary?.limits.sentenceWords;
  if (limit === undefined) return [];
  return field.sentences
    .filter((sentence) => isLong(sentence, limit))
    .map((sentence) => {
      const slots = { words: sentence.spellings.length, limit };
      return diagnose('sentence-too-long', slots, placeIn(field, sentence));
    });
}

function isLong({ role, spellings }: Sentence, limit: number): boolean {
  return role !== 'heading' && spellings.length > limit;
}
