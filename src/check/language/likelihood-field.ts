/**
 * Fields: `likelihood` holds a word of the scale in use, and `scale` names one that exists.
 * Source: each scale's own document; a brief uses one scale and prints its key.
 */

import { explainPercent } from '../../model/assessment.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { suggest } from '../../model/did-you-mean.ts';
import { placeOf } from '../../model/place.ts';
import { fieldWords, normalise, type Scale } from '../../model/scale.ts';
import type { Entry, Leaf } from '../../model/stages.ts';
import { scaleIdOf } from '../../model/standards.ts';
import type { Context, Rule } from './rule.ts';

/** Reports `scale-unknown`, `likelihood-scale-missing` and `likelihood-unknown`. */
export const likelihoodField: Rule = {
  codes: ['scale-unknown', 'likelihood-scale-missing', 'likelihood-unknown'],
  check: (context) => [
    ...unknownScales(context),
    ...missingScales(context),
    ...likelihoodsIn(context).flatMap((found) => unknownWords(context, found)),
  ],
};

/** A `likelihood` field, of a takeaway or of one written inside a brief. */
interface Found {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

function likelihoodsIn({ records }: Context): Found[] {
  const entries: readonly Entry[] = [...records.takeaway.values(), ...records.brief.values()];
  return entries.flatMap((entry) => likelihoodLeaves(entry).map((leaf) => ({ entry, leaf })));
}

function likelihoodLeaves(entry: Entry): Leaf[] {
  return entry.leaves.filter(({ path }) => path.at(-1) === 'likelihood');
}

function unknownScales({ records, scales }: Context): Diagnostic[] {
  const named: readonly Entry[] = [...records.publisher.values(), ...records.brief.values()];
  return named.flatMap((entry) =>
    entry.leaves
      .filter(({ path, value }) => isScaleField(path.join('.')) && !scales.has(value))
      .map(({ path, value }) => {
        const hint = suggest(value, [...scales.keys()]);
        const place = placeOf(entry, path);
        return diagnose('scale-unknown', { id: value }, hint ? { ...place, hint } : place);
      }),
  );
}

function isScaleField(path: string): boolean {
  return path === 'scale' || path === 'defaults.scale';
}

function missingScales({ reaches, records }: Context): Diagnostic[] {
  return reaches.flatMap(({ brief, entries }) => {
    if (scaleIdOf(brief.data, records) !== undefined) return [];
    const states = entries.some((entry) => likelihoodLeaves(entry).length > 0);
    const place = placeOf(brief, ['template']);
    return states ? [diagnose('likelihood-scale-missing', { brief: brief.id }, place)] : [];
  });
}

function unknownWords({ scalesFor }: Context, { entry, leaf }: Found): Diagnostic[] {
  return scalesFor(entry).flatMap((scale) => {
    const words = fieldWords(scale);
    if (words.some((word) => normalise(word) === normalise(leaf.value))) return [];
    const hint = remedy(scale, leaf.value, words);
    const slots = { word: leaf.value, scale: scale.id };
    return [diagnose('likelihood-unknown', slots, { ...placeOf(entry, leaf.path), hint })];
  });
}

/** A number is looked up, and never rounded; a word is compared. */
function remedy(scale: Scale, value: string, words: readonly string[]): string {
  const percent = /^\s*(\d+(?:\.\d+)?)\s*(?:%|per ?cent)?\s*$/i.exec(value)?.[1];
  if (percent !== undefined) return explainPercent(scale, Number(percent));
  return suggest(value, words) ?? `possible: ${words.join(', ')}`;
}
