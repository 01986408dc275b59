/** Diagnostics of the area "language": likelihood, plain words, names. Every one can be silenced. */
import { error, warning } from './define.ts';

export const languageCodes = {
  'scale-unknown': error((s: { id: string }) => `there is no likelihood scale "${s.id}"`),
  'scale-unsound': error(
    (s: { id: string; problem: string }) => `the scale "${s.id}" ${s.problem}`,
  ),
  'likelihood-unknown': error(
    (s: { word: string; scale: string }) => `"${s.word}" is not a word of the scale ${s.scale}`,
  ),
  'likelihood-scale-missing': warning(
    (s: { brief: string }) => `the brief "${s.brief}" states a likelihood and names no scale`,
    () =>
      'add "scale: phia" (or icd203, ipcc, your own) to the brief or to the publisher’s defaults',
  ),
  'likelihood-off-scale': warning(
    (s: { words: string; scale: string }) =>
      `"${s.words}" states a likelihood that the scale ${s.scale} does not know`,
  ),
  'likelihood-with-confidence': warning(
    (s: { likelihood: string; confidence: string }) =>
      `"${s.likelihood}" and "${s.confidence}" stand in one sentence`,
    () => 'make two sentences of it: likelihood is about the event, confidence about the evidence',
  ),
  'likelihood-in-reason': warning(
    (s: { words: string }) => `"${s.words}" states a likelihood in the reason for a confidence`,
    () => 'say here how good the evidence is; the two are printed apart',
  ),
  'likelihood-rows-mixed': warning(
    (s: { words: string; other: string; scale: string; brief: string }) =>
      `"${s.words}" and "${s.other}" come from different rows of the scale ${s.scale}`,
    (s) => `use the words of one row throughout the brief "${s.brief}"`,
  ),
  'likelihood-lead-differs': warning(
    (s: { words: string; likelihood: string }) =>
      `the lead says "${s.words}" and the field "likelihood" says "${s.likelihood}"`,
    () => 'let both say the same, or leave the word out of the lead',
  ),
  'likelihood-number-gap': error(
    (s: { percent: string; problem: string }) => `${s.percent} has no word: ${s.problem}`,
    () => 'choose one of the words and drop the number; a number in a gap is not rounded',
  ),
  'likelihood-number-differs': error(
    (s: { words: string; percent: string; range: string; scale: string }) =>
      `"${s.words}" stands beside ${s.percent}, but means ${s.range} on the scale ${s.scale}`,
    () => 'change the word or the number',
  ),
  'lead-hedged': warning(
    (s: { word: string }) => `"${s.word}" leaves the lead without a judgement`,
    () => 'say how likely it is, in a word of the scale, or say it outright',
  ),
  'lead-too-long': warning(
    (s: { found: string }) => `the lead has ${s.found}`,
    () => 'keep it to one sentence that a reader takes in at once; the rest belongs in the body',
  ),
  'sentence-too-long': warning(
    (s: { words: number; limit: number }) =>
      `this sentence has ${s.words} words, more than ${s.limit}`,
    () => 'make two sentences of it',
  ),
  'acronym-unknown': warning(
    (s: { acronym: string }) => `"${s.acronym}" is explained nowhere`,
    (s) =>
      `write it out at its first use, as in "Full Name (${s.acronym})", or add it to the glossary`,
  ),
  'heading-not-sentence-case': warning(
    (s: { words: string }) => `this heading is not in sentence case: ${s.words}`,
    () => 'only the first word and names have a capital',
  ),
  'link-text-vague': warning(
    (s: { text: string }) => `the link text "${s.text}" says nothing about where it leads`,
    () => 'link the words that name what the reader will find',
  ),
  'name-near-miss': warning(
    (s: { name: string; other: string }) => `"${s.name}" is spelt "${s.other}" elsewhere`,
    () => 'correct one of them; where a source has it so, note it in the source as "sic"',
  ),
  'rule-not-optional': error(
    (s: { code: string }) => `"${s.code}" is no matter of taste and cannot be switched off`,
  ),
} as const;
