/**
 * One name in two spellings that differ by a letter: a byline "Benjamin Mok" and a biography
 * "Benajamin Mok". One word of a pair must agree and the other be one letter off (left out, put in,
 * changed, or two swapped). Two words that each also stand without that neighbour are two names, as
 * Iran and Iraq are. A spelling that a source keeps as `sic` is not ours to doubt.
 * Source: F. Damerau, "A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7:3 (1964), for the four slips.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import type { Records } from '../../model/stages.ts';
import { split } from './lexicon.ts';
import { countNameWords, type NamePair, type NameWord, namePairs } from './name-pairs.ts';
import { nearWords } from './near-words.ts';
import type { Rule } from './rule.ts';
import { isInflected, isOneSlip } from './slip.ts';
import { slipIndex } from './slip-index.ts';

/** Reports `name-near-miss` at every place of the rarer spelling, and names a place of the other. */
export const nearNames: Rule = {
  codes: ['name-near-miss'],
  check: ({ records, prose, lexicon }) => {
    const pairs = namePairs(prose, lexicon);
    const kept = keptSpellings(records);
    const counts = countNameWords(lexicon);
    const inPairs = ([0, 1] as const).flatMap((slot) => {
      const other = slot === 0 ? 1 : 0;
      const byNeighbour = Map.groupBy(pairs, ({ words }) => words[other].text.toLowerCase());
      return [...byNeighbour.values()].flatMap((group) =>
        judge(spellingsIn(group, slot, counts), kept),
      );
    });
    return [...inPairs, ...nearWords(records, prose, lexicon)];
  },
};

/** One spelling of the word beside a neighbour. */
interface Spelling {
  readonly lower: string;
  readonly pairs: readonly NamePair[];
  readonly places: readonly NameWord[];
  /** The highest of its pairs. */
  readonly standing: number;
  /** It also stands alone or beside something else, so it is a word of its own. */
  readonly standsElsewhere: boolean;
}

function spellingsIn(
  group: readonly NamePair[],
  slot: 0 | 1,
  counts: ReadonlyMap<string, number>,
): Spelling[] {
  const bySpelling = Map.groupBy(group, ({ words }) => words[slot].text.toLowerCase());
  return [...bySpelling].map(([lower, pairs]) => ({
    lower,
    pairs,
    places: pairs.map(({ words }) => words[slot]),
    standing: Math.max(...pairs.map(({ standing }) => standing)),
    standsElsewhere: (counts.get(lower) ?? 0) > pairs.length,
  }));
}

function judge(spellings: readonly Spelling[], kept: ReadonlySet<string>): Diagnostic[] {
  if (spellings.length < 2) return [];
  const near = slipIndex(spellings.map(({ lower }) => lower));
  return spellings.flatMap((one, index) =>
    near(one.lower).flatMap((other) => {
      const two = other > index ? spellings[other] : undefined;
      if (two === undefined || !isSlip(one, two)) return [];
      const [rare, usual] = inDoubt(one, two);
      return kept.has(rare.lower) ? [] : report(rare, usual);
    }),
  );
}

function isSlip(one: Spelling, two: Spelling): boolean {
  if (one.standsElsewhere && two.standsElsewhere) return false;
  if (Math.min(one.lower.length, two.lower.length) < 3 || !isOneSlip(one.lower, two.lower)) {
    return false;
  }
  const isPerson = Math.max(one.standing, two.standing) === 2;
  return isPerson || !isInflected(one.lower, two.lower);
}

/** The spelling to doubt first: one that stands nowhere else, then in prose only, then the rarer. */
function inDoubt(one: Spelling, two: Spelling): readonly [Spelling, Spelling] {
  const difference =
    Number(one.standsElsewhere) - Number(two.standsElsewhere) ||
    one.standing - two.standing ||
    one.pairs.length - two.pairs.length;
  return difference >= 0 ? [two, one] : [one, two];
}

function report(rare: Spelling, usual: Spelling): Diagnostic[] {
  const model = usual.pairs[0];
  const place = usual.places[0];
  if (model === undefined || place === undefined) return [];
  const other = nameOf(model);
  const { span } = placeWithin(place.entry, place.leaf.path, place.start, place.end);
  const related = span === undefined ? [] : [{ message: `"${other}" stands here`, span }];
  return rare.pairs.flatMap((pair, index) => {
    const word = rare.places[index];
    if (word === undefined) return [];
    const where = placeWithin(word.entry, word.leaf.path, word.start, word.end);
    return [diagnose('name-near-miss', { name: nameOf(pair), other }, { ...where, related })];
  });
}

function nameOf({ words }: NamePair): string {
  return words.map(({ text }) => text).join(' ');
}

/** Words of errors that sources keep, in small letters. */
function keptSpellings(records: Records): ReadonlySet<string> {
  const texts = [...records.source.values()].flatMap(({ data }) => data.sic ?? []);
  return new Set(texts.flatMap(({ text }) => split(text.toLowerCase())));
}
