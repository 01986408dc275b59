/**
 * An office's own scale: its terms cover every per cent between the lowest and the highest, or say
 * that they do not (`gaps`); no word stands for two steps; rows name words that the terms have.
 * The shipped scales pass the same test.
 */
import { diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import {
  allWords,
  contains,
  normalise,
  type Range,
  type Scale,
  scaleOf,
} from '../../model/scale.ts';
import type { Rule } from './rule.ts';

/** Reports `scale-unsound`, once for each problem. */
export const scaleSound: Rule = {
  codes: ['scale-unsound'],
  check: ({ records }) =>
    [...records.scale.values()].flatMap((entry) =>
      problemsOf(scaleOf(entry.id, entry.data)).map(({ problem, field }) =>
        diagnose('scale-unsound', { id: entry.id, problem }, placeOf(entry, [field])),
      ),
    ),
};

/** scale → what is wrong with it, as the end of a sentence, and the field to look at. */
export function problemsOf(
  scale: Scale,
): { readonly problem: string; readonly field: 'terms' | 'rows' }[] {
  return [
    ...backwards(scale).map((problem) => ({ problem, field: 'terms' as const })),
    ...doubles(scale).map((problem) => ({ problem, field: 'terms' as const })),
    ...holes(scale).map((problem) => ({ problem, field: 'terms' as const })),
    ...strangers(scale).map((problem) => ({ problem, field: 'rows' as const })),
  ];
}

function backwards({ terms }: Scale): string[] {
  return terms
    .filter(({ range }) => range.lower > range.upper)
    .map(({ name }) => `has a term whose bounds run backwards: "${name}"`);
}

function doubles({ terms }: Scale): string[] {
  const seen = new Set<string>();
  return terms.flatMap((term) =>
    allWords(term).flatMap((word) => {
      const isDouble = seen.has(normalise(word));
      seen.add(normalise(word));
      return isDouble ? [`has the word "${word}" twice`] : [];
    }),
  );
}

/** Looks at every bound and halfway between neighbours: a hole cannot hide from those. */
function holes({ terms, gaps }: Scale): string[] {
  const ranges: readonly Range[] = [...terms.map(({ range }) => range), ...gaps];
  const bounds = [...new Set(ranges.flatMap(({ lower, upper }) => [lower, upper]))].toSorted(
    (a, b) => a - b,
  );
  const lowest = Math.min(...terms.map(({ range }) => range.lower));
  const highest = Math.max(...terms.map(({ range }) => range.upper));
  const probes = bounds.flatMap((bound, index) => [
    bound,
    (bound + (bounds[index + 1] ?? bound)) / 2,
  ]);
  const hole = probes.find(
    (percent) =>
      percent > lowest && percent < highest && !ranges.some((range) => contains(range, percent)),
  );
  return hole === undefined ? [] : [`has neither a term nor a gap for ${hole} %`];
}

function strangers({ terms, rows }: Scale): string[] {
  const known = new Set(terms.flatMap(allWords).map(normalise));
  return rows.flatMap((row) =>
    row
      .filter((word) => !known.has(normalise(word)))
      .map((word) => `has a row with "${word}", which is no term, synonym or form`),
  );
}
