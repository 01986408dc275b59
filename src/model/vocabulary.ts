/**
 * What the rules about language know of one language: `standards/language/<lang>.yaml`. Words live
 * there, with their sources; how they are looked for is the rules' business.
 */
import { z } from 'zod';

/** Words, set out in lines of any length. */
const words = z
  .array(z.union([z.string(), z.array(z.string())]))
  .transform((lines): ReadonlySet<string> => new Set(lines.flat()));

const shape = z.strictObject({
  lang: z.string(),
  limits: z.strictObject({ sentenceWords: z.int().min(1), leadWords: z.int().min(1) }),
  abbreviations: words,
  likelihood: z.strictObject({
    words,
    weighed: words,
    degrees: words,
    adjectives: words,
    nouns: words,
    phrases: words,
    relative: words,
  }),
  confidence: z.strictObject({ levels: words, phrases: words, not: words }),
  hedges: z.array(
    z.strictObject({ word: z.string(), before: words.optional(), after: words.optional() }),
  ),
  percent: words,
  chance: words,
  approximately: words,
  vagueLinks: words,
  acronyms: words,
  units: words,
  properNouns: words,
});

/** The words of one language. `before` and `after` of a hedge name neighbours that clear it. */
export type Vocabulary = z.infer<typeof shape>;

/** A parsed vocabulary file → the vocabulary. Throws where the file does not fit: it ships with us. */
export function vocabularyOf(value: unknown): Vocabulary {
  return z.strictObject({ vocabulary: shape }).parse(value).vocabulary;
}
