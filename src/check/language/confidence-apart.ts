/**
 * Likelihood and confidence answer two questions and must not stand in one sentence.
 * Source: ICD 203, D.6.e(2)(b). Scales that let them share one say so (`apart: false`, as the IPCC).
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Prose, placeIn, type Sentence } from './prose.ts';
import type { Context, Rule } from './rule.ts';

/** Reports `likelihood-with-confidence` and `likelihood-in-reason`. */
export const confidenceApart: Rule = {
  codes: ['likelihood-with-confidence', 'likelihood-in-reason'],
  check: (context) =>
    context.prose
      .filter(({ entry }) => isApart(context, entry))
      .flatMap((field) => field.sentences.flatMap((sentence) => judge(context, field, sentence))),
};

/** Without a scale the rule holds; with several, one of them is enough. */
function isApart({ scalesFor }: Context, entry: Prose['entry']): boolean {
  const scales = scalesFor(entry);
  return scales.length === 0 || scales.some(({ confidence }) => confidence.apart);
}

function judge({ expressionsIn }: Context, field: Prose, sentence: Sentence): Diagnostic[] {
  const found = expressionsIn(field, sentence);
  const likelihood = found.find(({ kind }) => kind === 'likelihood');
  if (likelihood === undefined) return [];
  const written = (part: { readonly start: number; readonly end: number }) =>
    field.leaf.value.slice(part.start, part.end);
  // The reason is printed as part of a sentence that begins with the confidence.
  if (field.role === 'reason') {
    const slots = { words: written(likelihood) };
    return [diagnose('likelihood-in-reason', slots, placeIn(field, likelihood))];
  }
  const confidence = found.find(({ kind }) => kind === 'confidence');
  if (confidence === undefined) return [];
  const both = {
    start: Math.min(likelihood.start, confidence.start),
    end: Math.max(likelihood.end, confidence.end),
  };
  const slots = { likelihood: written(likelihood), confidence: written(confidence) };
  return [diagnose('likelihood-with-confidence', slots, placeIn(field, both))];
}
