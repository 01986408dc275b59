/** Fields that many kinds of record share. */
import { z } from 'zod';
import { markings } from '../marking.ts';
import { choice, date, keyword, markdown, text } from './leaf.ts';
import { translatable } from './translations.ts';

/** A TLP 2.0 label. */
export const marking = choice(markings, 'Traffic Light Protocol 2.0 label');

/** Confidence in a judgement: about the evidence, not about the event. Source: ICD 203. */
export const confidence = choice(
  ['high', 'moderate', 'low'],
  'How good the evidence is: high, moderate or low',
);

/** Rule code → the reason why it does not apply here. */
export const silence = z
  .record(z.string(), text('Why this rule does not apply here'))
  .describe('Rules to silence for this record: the code of the rule, and the reason');

/** A day on which a record was last confirmed, and one by which to look again. */
export const review = {
  asOf: date('The day up to which this is known to hold').optional(),
  reviewBy: date('The day by which somebody should look at this again').optional(),
};

/** A BCP 47 language tag. */
export const lang = keyword('Language, as a BCP 47 tag: en-GB, fr, ar');

/** Tags: short words by which records are found. */
export const tags = z.array(keyword('A tag')).describe('Short words by which to find this record');

/** A figure with its unit. */
export const measure = translatable(
  z.strictObject({
    value: z.number().describe('The number, as a plain number'),
    unit: text('What is counted, or %').optional(),
    label: text('What the number says, in a few words').optional(),
  }),
);

/** An internal note. It is never printed, in any format, for any audience. */
export const note = markdown('For colleagues only; never printed').optional();
