/**
 * A likelihood scale: words, the percentages they stand for, and where the scale comes from. The
 * shipped ones (`standards/scales/`) and an office's own (`scales:` in `data/`) have this one shape.
 */
import { z } from 'zod';
import { lang, marking, note, silence } from './common.ts';
import { date, markdown, text, url } from './leaf.ts';

const percent = (description: string) => z.number().min(0).max(100).describe(description);

/** A stretch of per cent: `from`/`to` take their number in, `above`/`below` leave it out. */
const bounds = {
  from: percent('Lowest per cent, itself included').optional(),
  above: percent('Per cent that the lowest must exceed').optional(),
  to: percent('Highest per cent, itself included').optional(),
  below: percent('Per cent that the highest must stay under').optional(),
};

interface Bounds {
  readonly from?: number | undefined;
  readonly above?: number | undefined;
  readonly to?: number | undefined;
  readonly below?: number | undefined;
}

const hasOneLower = (value: Bounds) => (value.from === undefined) !== (value.above === undefined);
const hasOneUpper = (value: Bounds) => (value.to === undefined) !== (value.below === undefined);
const lowerRule = 'needs one lower bound: `from` (included) or `above` (excluded)';
const upperRule = 'needs one upper bound: `to` (included) or `below` (excluded)';

/** One step of a scale. */
export const scaleTerm = z
  .strictObject({
    term: text('The word or words, as printed'),
    synonyms: z.array(text('Another word for the same step')).optional(),
    forms: z
      .array(text('The same word in another form'))
      .describe('Adverbs and other forms, for recognising the step in prose: probably')
      .optional(),
    ...bounds,
  })
  .refine(hasOneLower, lowerRule)
  .refine(hasOneUpper, upperRule);

/** Percentages that have no word, on purpose. */
export const scaleGap = z
  .strictObject(bounds)
  .refine(hasOneLower, lowerRule)
  .refine(hasOneUpper, upperRule);

/** How confidence in the evidence is worded beside this scale. */
export const scaleConfidence = z
  .strictObject({
    apart: z.boolean().describe('Likelihood and confidence must not stand in one sentence'),
    levels: z
      .strictObject({
        high: text('The printed word for high'),
        moderate: text('The printed word for moderate'),
        low: text('The printed word for low'),
      })
      .describe('Words for the three levels of the `confidence` field'),
    meaning: markdown('What confidence says, for the key').optional(),
  })
  .describe('How confidence in the evidence is worded beside this scale');

/** A scale with its source. Terms go from least to most likely. */
export const scale = z.strictObject({
  name: text('Name of the scale, for the key'),
  publisher: text('Who publishes the scale'),
  document: text('The document it stands in'),
  issued: date('When that was published').optional(),
  url: url('Where that can be read').optional(),
  lang,
  terms: z.array(scaleTerm).min(2).describe('Least to most likely'),
  gaps: z
    .array(scaleGap)
    .describe('Percentages without a word, on purpose; they are refused, never rounded')
    .optional(),
  rows: z
    .array(z.array(text('A word or form')).min(1))
    .min(2)
    .describe('Sets of words that must not be mixed in one brief')
    .optional(),
  confidence: scaleConfidence.optional(),
  remarks: markdown('What a reader of this file should know').optional(),
  marking: marking.optional(),
  note,
  silence: silence.optional(),
});
