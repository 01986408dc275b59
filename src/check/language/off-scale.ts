/**
 * Words of likelihood that the scale in use does not know: "very possibly", "a good chance".
 * Sources: S. Kent, "Words of Estimative Probability" (1964), for what such words are; the scale in
 * use for which of them have a meaning.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { findTerm, type Scale } from '../../model/scale.ts';
import type { Expression } from './expressions.ts';
import { type Prose, placeIn } from './prose.ts';
import type { Rule } from './rule.ts';

/** Reports `likelihood-off-scale`, once for each scale that the words are printed under. */
export const offScale: Rule = {
  codes: ['likelihood-off-scale'],
  check: ({ prose, expressionsIn, scalesFor }) =>
    prose.flatMap((field) => {
      const scales = scalesFor(field.entry);
      if (scales.length === 0) return [];
      const found = field.sentences.flatMap((sentence) => expressionsIn(field, sentence));
      return found
        .filter(({ kind }) => kind === 'likelihood')
        .flatMap((expression) => scales.flatMap((scale) => judge(field, expression, scale)));
    }),
};

function judge(field: Prose, expression: Expression, scale: Scale): Diagnostic[] {
  if (findTerm(scale, expression.words) !== undefined) return [];
  const words = field.leaf.value.slice(expression.start, expression.end);
  const hint = `the scale has: ${scale.terms.map(({ name }) => name).join(', ')}`;
  const place = { ...placeIn(field, expression), hint };
  return [diagnose('likelihood-off-scale', { words, scale: scale.id }, place)];
}
