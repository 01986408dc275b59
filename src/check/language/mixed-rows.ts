/**
 * Two vocabularies of one scale in one brief: "likely" here and "probable" there.
 * Source: ICD 203, D.6.e(2)(a): terms of different rows are not to be mixed in one product.
 */

import type { Place } from '../../model/diagnostic.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import { rowOf, type Scale } from '../../model/scale.ts';
import type { Entry } from '../../model/stages.ts';
import { type Prose, placeIn } from './prose.ts';
import type { Reach } from './reach.ts';
import type { Context, Rule } from './rule.ts';

/** Reports `likelihood-rows-mixed` at each word that is not of the brief's first row. */
export const mixedRows: Rule = {
  codes: ['likelihood-rows-mixed'],
  check: (context) => {
    const byEntry = Map.groupBy(context.prose, ({ entry }) => entry);
    return context.reaches.flatMap((reach) => {
      if (reach.scale === undefined || reach.scale.rows.length === 0) return [];
      return judge(reach, reach.scale, (entry) => usesIn(context, entry, byEntry.get(entry) ?? []));
    });
  },
};

/** A word of likelihood where it stands. */
interface Use {
  readonly words: string;
  readonly place: Place;
}

function judge(reach: Reach, scale: Scale, usesOf: (entry: Entry) => Use[]): Diagnostic[] {
  const uses = reach.entries.flatMap(usesOf).flatMap((use) => {
    const row = rowOf(scale, use.words);
    return row === undefined ? [] : [{ ...use, row }];
  });
  const [first] = uses;
  if (first === undefined) return [];
  const span = first.place.span;
  const related = span === undefined ? [] : [{ message: `"${first.words}" stands here`, span }];
  return uses
    .filter(({ row }) => row !== first.row)
    .map(({ words, place }) => {
      const slots = { words, other: first.words, scale: scale.id, brief: reach.brief.id };
      return diagnose('likelihood-rows-mixed', slots, { ...place, related });
    });
}

/** Fields first, then prose: what a takeaway states decides for the words around it. */
function usesIn({ expressionsIn }: Context, entry: Entry, fields: readonly Prose[]): Use[] {
  const stated = entry.leaves
    .filter(({ path }) => path.at(-1) === 'likelihood')
    .map(({ path, value }) => ({ words: value, place: placeOf(entry, path) }));
  const written = fields.flatMap((field) =>
    field.sentences.flatMap((sentence) =>
      expressionsIn(field, sentence)
        .filter(({ kind }) => kind === 'likelihood')
        .map((found) => ({ words: found.words, place: placeIn(field, found) })),
    ),
  );
  return [...stated, ...written];
}
