/**
 * What a takeaway says of its likelihood and of confidence, and the key that explains a scale. Labels
 * are keys into the interface words and nothing here is a sentence, so that any language can say it.
 * Only the ranges are put into words, English ones unless others are given.
 */
import {
  type Confidence,
  contains,
  findTerm,
  lookUp,
  type Range,
  type Scale,
  type Term,
} from './scale.ts';

/** One short labelled sentence. Likelihood and confidence never share one. Source: ICD 203. */
export interface Statement {
  readonly label: 'likelihood' | 'confidence';
  /** The word of the scale, or of the level of confidence. */
  readonly value: string;
  /** The percentages behind the word, for a likelihood. */
  readonly range?: Range;
  /** The level of a confidence, whatever its word. */
  readonly level?: Confidence;
  /** The author's reason, for a confidence, without its full stop. */
  readonly reason?: string;
}

/** One line of the key. */
export interface KeyRow {
  /** The term, then its synonyms. */
  readonly words: readonly [string, ...string[]];
  readonly range: Range;
  /** Per cent in figures, exact at the bounds: "40 to <50 %". */
  readonly text: string;
}

/** The key of a scale: what a document prints beside the words it uses. */
export interface Key {
  readonly name: string;
  readonly publisher: string;
  readonly document: string;
  readonly url?: string;
  readonly rows: readonly KeyRow[];
  /** True where some percentages have no word on purpose, which the key should say. */
  readonly hasGaps: boolean;
  /** Level → its printed word. */
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly confidenceMeaning?: string;
}

/** The fields of a takeaway that this is about. */
export interface Judgement {
  readonly likelihood?: string | undefined;
  readonly confidence?: Confidence | undefined;
  readonly confidenceReason?: string | undefined;
}

/**
 * A judgement → likelihood first, then confidence, each only where it is stated. A likelihood that
 * is no word of the scale says nothing here; the rule `likelihood-unknown` has reported it.
 */
export function statementsOf(judgement: Judgement, scale: Scale | undefined): Statement[] {
  const statements: Statement[] = [];
  const { likelihood, confidence, confidenceReason } = judgement;
  const term = likelihood && scale ? findTerm(scale, likelihood) : undefined;
  if (likelihood !== undefined && term !== undefined) {
    statements.push({ label: 'likelihood', value: likelihood.trim(), range: term.range });
  }
  if (confidence !== undefined) {
    const word = scale?.confidence.levels[confidence] ?? confidence;
    const reason = confidenceReason?.trim().replace(/[.。]$/, '');
    statements.push({
      label: 'confidence',
      value: word,
      level: confidence,
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return statements;
}

/** scale, words for ranges → its key. */
export function keyOf(scale: Scale, words: RangeWords = inEnglish): Key {
  const { meaning } = scale.confidence;
  return {
    name: scale.name,
    publisher: scale.publisher,
    document: scale.document,
    ...(scale.url === undefined ? {} : { url: scale.url }),
    rows: scale.terms.map((term) => ({
      words: [term.name, ...term.synonyms],
      range: term.range,
      text: exactText(term.range, words),
    })),
    hasGaps: scale.gaps.length > 0,
    confidence: scale.confidence.levels,
    ...(meaning === undefined ? {} : { confidenceMeaning: meaning }),
  };
}

/** How a language speaks of ranges: `upTo` and the like are patterns with `{lower}`, `{upper}`, `{value}`. */
export interface RangeWords {
  /** A number → it, with the sign for per cent. */
  readonly percent: (value: number) => string;
  /** A number → it, without the sign. */
  readonly number: (value: number) => string;
  /** Two bounds, both included → the range between them. */
  readonly span: (lower: number, upper: number) => string;
  readonly patterns: Readonly<Record<keyof typeof englishRanges, string>>;
}

/** The patterns in English. `above` and `below` stand for a bound that is not included. */
export const englishRanges = {
  upTo: 'up to {upper}',
  orMore: '{lower} or more',
  between: '{lower} to {upper}',
  above: '>{value}',
  below: '<{value}',
} as const;

/** The number and its sign stay on one line. Source: SI Brochure, 9th edition, 5.4.7. */
const space = '\u00a0';

const inEnglish: RangeWords = {
  percent: (value) => `${value}${space}%`,
  number: String,
  span: (lower, upper) => `${lower}–${upper}${space}%`,
  patterns: englishRanges,
};

/** A range as a reader takes it in: "40–50 %", "up to 5 %", "95 % or more". */
export function percentText({ lower, upper }: Range, words: RangeWords = inEnglish): string {
  const { percent, span, patterns } = words;
  if (lower === 0) return patterns.upTo.replace('{upper}', percent(upper));
  if (upper === 100) return patterns.orMore.replace('{lower}', percent(lower));
  return span(lower, upper);
}

/** The same with its bounds exact: "40 to <50 %", ">50 to 100 %". */
function exactText(range: Range, words: RangeWords): string {
  const { lower, upper, includesLower, includesUpper } = range;
  const { percent, number, span, patterns } = words;
  if (lower === 0 && !includesLower) return patterns.upTo.replace('{upper}', percent(upper));
  if (upper === 100 && !includesUpper) return patterns.orMore.replace('{lower}', percent(lower));
  if (includesLower && includesUpper) return span(lower, upper);
  const bound = (text: string, pattern: string, isIncluded: boolean) =>
    isIncluded ? text : pattern.replace('{value}', text);
  return patterns.between
    .replace('{lower}', bound(number(lower), patterns.above, includesLower))
    .replace('{upper}', bound(percent(upper), patterns.below, includesUpper));
}

/**
 * Per cent and scale → how to say it, or why it cannot be said: for messages and hints. In a gap the
 * neighbours are named and none is proposed.
 */
export function explainPercent(scale: Scale, percent: number): string {
  const verdict = lookUp(scale, percent);
  const shown = `${percent}${space}%`;
  if (verdict.kind === 'terms') return `${shown} is "${verdict.terms[0].name}"`;
  if (verdict.kind === 'outside') return `${shown} lies outside the scale ${scale.id}`;
  const neighbours = [verdict.below, verdict.above].flatMap((term) =>
    term === undefined ? [] : [`"${term.name}" (${percentText(term.range)})`],
  );
  return `${shown} lies in a gap of the scale ${scale.id}, between ${neighbours.join(' and ')}`;
}

/** True when a term may stand beside a percentage or a stretch of them. */
export function agrees(term: Term, lower: number, upper: number): boolean {
  if (lower === upper) return contains(term.range, lower);
  return lower >= term.range.lower && upper <= term.range.upper;
}
