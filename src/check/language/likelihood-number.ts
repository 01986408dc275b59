/**
 * A percentage that stands for a likelihood: it must agree with the word beside it, and must not lie
 * in a gap of the scale. A number that counts something else ("output fell by 52 % and is likely to
 * recover") is left alone: only what stands next to the word, or to "chance" and the like, is read.
 * Sources: PHIA, whose yardstick has gaps on purpose; each scale's own bounds.
 */
import { agrees, explainPercent, percentText } from '../../model/assessment.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { findTerm, lookUp, type Scale } from '../../model/scale.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Expression } from './expressions.ts';
import { type Percentage, percentageFinder } from './percentages.ts';
import { type Prose, placeIn, type Sentence } from './prose.ts';
import type { Context, Rule } from './rule.ts';
import type { Stretch } from './stretch.ts';

/** Reports `likelihood-number-gap` and `likelihood-number-differs`. */
export const likelihoodNumber: Rule = {
  codes: ['likelihood-number-gap', 'likelihood-number-differs'],
  check: (context) => {
    const readers = new Map<Vocabulary, Reader>();
    return context.prose.flatMap((field) => {
      const { vocabulary, own } = field;
      if (vocabulary === undefined || !/\d/.test(own)) return [];
      const reader = readers.get(vocabulary) ?? createReader(vocabulary);
      readers.set(vocabulary, reader);
      return field.sentences.flatMap((sentence) => judge(context, field, sentence, reader));
    });
  },
};

/** How a language puts a number beside a word. */
interface Reader {
  readonly percentages: (own: string, stretch: Stretch) => Percentage[];
  /** What may stand between a word of likelihood and the number after it. */
  readonly between: RegExp;
  /** "A … chance", right after the number. */
  readonly chanceAfter: RegExp;
  /** "A chance of about …", right before the number. */
  readonly chanceBefore: RegExp;
}

function createReader(vocabulary: Vocabulary): Reader {
  const near = `(?:${[...vocabulary.approximately].map((word) => word.replaceAll('.', '\\.')).join('|')})`;
  const chance = `(?:${[...vocabulary.chance].join('|')})`;
  return {
    percentages: percentageFinder(vocabulary),
    between: new RegExp(`^\\s*[(,:–—]?\\s*(?:${near}\\s*){0,2}[~≈<>≤≥=]?\\s*$`, 'i'),
    chanceAfter: new RegExp(`^\\s+${chance}(?!\\w)`, 'i'),
    chanceBefore: new RegExp(`(?<!\\w)${chance}\\s+(?:is\\s+)?(?:${near}\\s*){1,2}$`, 'i'),
  };
}

function judge(context: Context, field: Prose, sentence: Sentence, reader: Reader): Diagnostic[] {
  const expressions = context
    .expressionsIn(field, sentence)
    .filter(({ kind }) => kind === 'likelihood');
  return reader.percentages(field.own, sentence).flatMap((percentage) => {
    const words = expressions.find((found) => isBeside(field.own, found, percentage, reader));
    if (words === undefined && !isChance(field.own, sentence, percentage, reader)) return [];
    return context
      .scalesFor(field.entry)
      .flatMap((scale) => compare(field, scale, percentage, words));
  });
}

function isBeside(own: string, words: Stretch, number: Percentage, reader: Reader): boolean {
  if (words.end <= number.start) return reader.between.test(own.slice(words.end, number.start));
  return /^\s*\)?\s*$/.test(own.slice(number.end, words.start)) && number.end <= words.start;
}

function isChance(own: string, { start, end }: Stretch, number: Percentage, reader: Reader) {
  const before = own.slice(start, number.start);
  return reader.chanceAfter.test(own.slice(number.end, end)) || reader.chanceBefore.test(before);
}

function compare(
  field: Prose,
  scale: Scale,
  percentage: Percentage,
  words: Expression | undefined,
): Diagnostic[] {
  const { lower, upper } = percentage;
  const percent = field.leaf.value.slice(percentage.start, percentage.end);
  const term = words === undefined ? undefined : findTerm(scale, words.words);
  if (term !== undefined && agrees(term, lower, upper)) return [];
  const problem = wordless(scale, lower, upper);
  if (problem !== undefined) {
    const place = placeIn(field, percentage);
    return [diagnose('likelihood-number-gap', { percent, problem }, place)];
  }
  if (words === undefined || term === undefined) return [];
  const both = {
    start: Math.min(words.start, percentage.start),
    end: Math.max(words.end, percentage.end),
  };
  const written = field.leaf.value.slice(words.start, words.end);
  const slots = { words: written, percent, range: percentText(term.range), scale: scale.id };
  return [diagnose('likelihood-number-differs', slots, placeIn(field, both))];
}

/** Why a number, or every number of a stretch, has no word on the scale; undefined where one has. */
function wordless(scale: Scale, lower: number, upper: number): string | undefined {
  if (lower === upper) {
    return lookUp(scale, lower).kind === 'terms' ? undefined : explainPercent(scale, lower);
  }
  const gap = scale.gaps.find((range) => lower >= range.lower && upper <= range.upper);
  return gap === undefined ? undefined : explainPercent(scale, (lower + upper) / 2);
}
