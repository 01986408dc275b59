/**
 * A lead that states one likelihood while its field `likelihood` states another. The two are printed
 * one after the other, so a reader would see the judgement contradict itself.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { findTerm, type Scale } from '../../model/scale.ts';
import type { DataPath, Entry } from '../../model/stages.ts';
import { type Prose, placeIn } from './prose.ts';
import type { Context, Rule } from './rule.ts';

/** Reports `likelihood-lead-differs`. */
export const leadLikelihood: Rule = {
  codes: ['likelihood-lead-differs'],
  check: (context) =>
    context.prose
      .filter(({ role }) => role === 'lead')
      .flatMap((field) =>
        context.scalesFor(field.entry).flatMap((scale) => judge(context, field, scale)),
      ),
};

function judge({ expressionsIn }: Context, field: Prose, scale: Scale): Diagnostic[] {
  const likelihood = siblingOf(field.entry, field.leaf.path);
  const stated = likelihood === undefined ? undefined : findTerm(scale, likelihood);
  if (likelihood === undefined || stated === undefined) return [];
  return field.sentences
    .flatMap((sentence) => expressionsIn(field, sentence))
    .filter(({ words }) => {
      const term = findTerm(scale, words);
      return term !== undefined && term !== stated;
    })
    .map((found) => {
      const words = field.leaf.value.slice(found.start, found.end);
      const slots = { words, likelihood };
      return diagnose('likelihood-lead-differs', slots, placeIn(field, found));
    });
}

/** The `likelihood` that stands beside a `lead`. */
function siblingOf(entry: Entry, lead: DataPath): string | undefined {
  const wanted = [...lead.slice(0, -1), 'likelihood'].join('.');
  return entry.leaves.find(({ path }) => path.join('.') === wanted)?.value;
}
