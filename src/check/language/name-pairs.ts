/**
 * Names as pairs of neighbouring words, wherever they stand: "Benjamin Mok" in a person, an author
 * or a sentence. Pairs, since a sentence gives no hint where a longer name begins.
 */
import type { Entry, Leaf } from '../../model/stages.ts';
import { startsLarge } from './letters.ts';
import type { Lexicon, NameField } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { bare, type Word, type WordList, wordOf, wordsIn } from './words.ts';

/** A word of a name, where it stands. */
export interface NameWord {
  readonly text: string;
  readonly entry: Entry;
  readonly leaf: Leaf;
  readonly start: number;
  readonly end: number;
}

/** Two neighbouring words of a name. */
export interface NamePair {
  readonly words: readonly [NameWord, NameWord];
  /** 2: from a field that is a name in parts (a person, an author); 1: another name; 0: prose. */
  readonly standing: 0 | 1 | 2;
}

/** What may stand between two words of a name: spaces, the stop of an initial, particles. */
const between = /^[\s.]+(?:(?:al|bin|da|de|del|der|di|el|ibn|la|of|the|van|von)\s+)*$/;

/** prose, names of the data → every pair. */
export function namePairs(prose: readonly Prose[], lexicon: Lexicon): NamePair[] {
  return [
    ...prose.flatMap((field) => pairsOfProse(field, lexicon)),
    ...pairsOfNames(lexicon.names),
  ];
}

function pairsOfProse({ entry, leaf, own, sentences }: Prose, { small }: Lexicon): NamePair[] {
  return sentences.flatMap((sentence) => {
    const names = sentence.role === 'heading' ? [] : nameWordsIn(sentence, small);
    return names.slice(1).flatMap((second, index): NamePair[] => {
      const first = names[index];
      if (first === undefined || !between.test(own.slice(first.end, second.start))) return [];
      return [
        { words: [nameWord(entry, leaf, first), nameWord(entry, leaf, second)], standing: 0 },
      ];
    });
  });
}

/** The first word of a sentence has a capital anyway; an everyday word there is no name. */
function nameWordsIn({ spellings, starts }: WordList, small: ReadonlySet<string>): Word[] {
  const found: Word[] = [];
  for (const [index, spelling] of spellings.entries()) {
    const { text, lower } = spelling;
    if (text === lower || !startsLarge(text) || (index === 0 && small.has(lower))) continue;
    found.push(wordOf(spelling, starts[index] ?? 0));
  }
  return found;
}

function nameWord(entry: Entry, leaf: Leaf, { text, start }: Word): NameWord {
  const name = bare(text);
  return { text: name, entry, leaf, start, end: start + name.length };
}

/** A name in parts is put together first: `given`, then `family`. */
function pairsOfNames(fields: readonly NameField[]): NamePair[] {
  const whole = Map.groupBy(fields, ({ entry, leaf }) => {
    const isPart = leaf.path.at(-1) === 'given' || leaf.path.at(-1) === 'family';
    const path = isPart ? leaf.path.slice(0, -1) : leaf.path;
    return `${entry.kind}/${entry.id}/${path.join('/')}`;
  });
  return [...whole.values()].flatMap((parts) => {
    const isPart = ({ leaf }: NameField) => leaf.path.at(-1) === 'given';
    const standing = parts.some(isPart) ? 2 : 1;
    const words = parts.toSorted((a, b) => Number(isPart(b)) - Number(isPart(a))).flatMap(wordsOf);
    const pairs = words.slice(1).map((word, index) => ({ first: words[index], word }));
    return pairs.flatMap(({ first, word }): NamePair[] =>
      first === undefined ? [] : [{ words: [first, word], standing }],
    );
  });
}

function wordsOf({ entry, leaf }: NameField): NameWord[] {
  return wordsIn(leaf.value)
    .filter(({ text }) => startsLarge(text))
    .map((word) => nameWord(entry, leaf, word));
}

/** Lexicon → word in small letters → how often it stands with a capital, names included. */
export function countNameWords({ counts, names }: Lexicon): ReadonlyMap<string, number> {
  const all = new Map(counts);
  for (const { text } of names.flatMap(wordsOf)) {
    const word = text.toLowerCase();
    all.set(word, (all.get(word) ?? 0) + 1);
  }
  return all;
}
