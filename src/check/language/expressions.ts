/**
 * Words of likelihood and of confidence in prose. All expressions of a language and of all scales
 * stand in one tree of words, and the longest that fits is taken: "very likely" is not "likely".
 */
import { allWords, normalise, type Scale } from '../../model/scale.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Prose, Sentence } from './prose.ts';
import type { Stretch } from './stretch.ts';
import type { WordList } from './words.ts';

/** An expression found in a sentence. */
export interface Expression extends Stretch {
  readonly kind: 'likelihood' | 'confidence';
  /** In small letters, with single spaces. */
  readonly words: string;
}

/** A field and one of its sentences → the expressions in it, in order. */
export type FindExpressions = (prose: Prose, sentence: Sentence) => readonly Expression[];

interface Branch {
  readonly next: Map<string, Branch>;
  kind?: Expression['kind'];
}

/** vocabulary, scales → a finder for prose in that language. */
export function expressionFinder(vocabulary: Vocabulary, scales: Iterable<Scale>): FindExpressions {
  const tree: Branch = { next: new Map() };
  for (const words of likelihoods(vocabulary, scales)) grow(tree, words, 'likelihood');
  for (const words of confidences(vocabulary)) grow(tree, words, 'confidence');
  const { relative } = vocabulary.likelihood;
  const trust = vocabulary.confidence.not;
  const amount = amountAfter(vocabulary);
  return ({ own }, words) => {
    const { spellings, starts } = words;
    let found: Expression[] | undefined;
    for (let at = 0; at < spellings.length; ) {
      const canBegin = tree.next.has(spellings[at]?.lower ?? '');
      const match = canBegin ? longest(tree, own, words, at) : undefined;
      if (match === undefined) {
        at += 1;
        continue;
      }
      const before = spellings[at - 1]?.lower ?? '';
      const end = endOf(words, at + match.length - 1);
      // "More likely to", "perhaps 200 members"; "consumer confidence is low".
      const isOther =
        match.kind === 'likelihood'
          ? match.length === 1 && (relative.has(before) || amount.test(own.slice(end)))
          : trust.has(before);
      if (!isOther) {
        const text = spellings.slice(at, at + match.length).map(({ lower }) => lower);
        found ??= [];
        found.push({ start: starts[at] ?? 0, end, kind: match.kind, words: text.join(' ') });
      }
      at += match.length;
    }
    return found ?? none;
  };
}

/** Most sentences hold no expression. */
const none: readonly Expression[] = [];

function endOf({ spellings, starts }: WordList, index: number): number {
  return (starts[index] ?? 0) + (spellings[index]?.text.length ?? 0);
}

/** A number right after a word, other than a percentage: "perhaps 200 members". */
function amountAfter({ percent }: Vocabulary): RegExp {
  return new RegExp(`^\\s+\\d[\\d.,]*(?![\\d.,]|\\s*(?:[%–-]|to |${[...percent].join('|')}))`, 'i');
}

function likelihoods({ likelihood }: Vocabulary, scales: Iterable<Scale>): string[] {
  const { words, weighed, degrees, adjectives, nouns, phrases } = likelihood;
  const ofScales = [...scales].flatMap(({ terms }) => terms.flatMap(allWords));
  return [
    ...words,
    ...phrases,
    ...pairs(degrees, weighed),
    ...pairs(adjectives, nouns),
    // "Remote" and "certain" are everyday adjectives: alone they say too little to go by.
    ...ofScales.map(normalise).filter((word) => word.includes(' ') || words.has(word)),
  ];
}

function confidences({ confidence }: Vocabulary): string[] {
  const { levels, phrases } = confidence;
  return [
    ...phrases,
    ...[...levels].flatMap((level) => [
      `${level} confidence`,
      `${level} analytic confidence`,
      `${level} analytical confidence`,
      `confidence is ${level}`,
      `confidence remains ${level}`,
    ]),
  ];
}

function pairs(first: ReadonlySet<string>, second: ReadonlySet<string>): string[] {
  return [...first].flatMap((a) => [...second].map((b) => `${a} ${b}`));
}

function grow(tree: Branch, words: string, kind: Expression['kind']): void {
  let branch = tree;
  for (const step of words.split(' ')) {
    const next = branch.next.get(step) ?? { next: new Map() };
    branch.next.set(step, next);
    branch = next;
  }
  branch.kind ??= kind;
}

/** The longest expression that starts at a word; only space may stand between its words. */
function longest(
  tree: Branch,
  own: string,
  words: WordList,
  from: number,
): { readonly kind: Expression['kind']; readonly length: number } | undefined {
  let branch: Branch | undefined = tree;
  let best: { readonly kind: Expression['kind']; readonly length: number } | undefined;
  const { spellings, starts } = words;
  for (let at = from; at < spellings.length; at += 1) {
    if (at > from && own.slice(endOf(words, at - 1), starts[at]).trim() !== '') break;
    branch = branch.next.get(spellings[at]?.lower ?? '');
    if (branch === undefined) break;
    if (branch.kind !== undefined) best = { kind: branch.kind, length: at - from + 1 };
  }
  return best;
}
