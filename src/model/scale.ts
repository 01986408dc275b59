/**
 * Likelihood scales at work: their shape, look-ups by word and by number. A number that falls into a
 * gap of the scale has no word, and nothing here rounds it into one.
 */
import type { z } from 'zod';
import type { Data } from './schema/kinds.ts';
import type { scaleGap } from './schema/scale.ts';

/** A scale as the program uses it. Terms go from least to most likely. */
export interface Scale {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  /** Title of the document that the scale stands in. */
  readonly document: string;
  readonly url?: string;
  /** EDTF. */
  readonly issued?: string;
  /** BCP 47. */
  readonly lang: string;
  readonly terms: readonly Term[];
  /** Percentages without a word, on purpose. */
  readonly gaps: readonly Range[];
  /** Sets of words and forms that must not be mixed in one document; often none. */
  readonly rows: readonly (readonly string[])[];
  readonly confidence: ConfidenceWording;
}

/** One step of a scale. */
export interface Term {
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Adverbs and the like: recognised in prose, not accepted as the value of a field. */
  readonly forms: readonly string[];
  readonly range: Range;
}

/** A stretch of per cent, 0–100. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
  readonly includesLower: boolean;
  readonly includesUpper: boolean;
}

/** How confidence in the evidence is worded beside the scale. */
export interface ConfidenceWording {
  /** True where likelihood and confidence must not share a sentence. Source: ICD 203, D.6.e(2)(b). */
  readonly apart: boolean;
  readonly levels: Readonly<Record<Confidence, string>>;
  /** What confidence says, for the key. */
  readonly meaning?: string;
}

/** The three levels of the `confidence` field. */
export type Confidence = 'high' | 'moderate' | 'low';

/** What a scale says about a number. */
export type Verdict =
  /** The terms that hold it, narrowest first. */
  | { readonly kind: 'terms'; readonly terms: readonly [Term, ...Term[]] }
  /** It lies in a deliberate gap; the neighbours are named, none is chosen. */
  | { readonly kind: 'gap'; readonly below: Term | undefined; readonly above: Term | undefined }
  /** The scale does not reach that far. */
  | { readonly kind: 'outside' };

const plainConfidence: ConfidenceWording = {
  apart: true,
  levels: { high: 'high', moderate: 'moderate', low: 'low' },
};

/** id and a record of the kind `scale` → the scale. */
export function scaleOf(id: string, data: Data<'scale'>): Scale {
  return {
    id,
    name: data.name,
    publisher: data.publisher,
    document: data.document,
    ...(data.url === undefined ? {} : { url: data.url }),
    ...(data.issued === undefined ? {} : { issued: String(data.issued) }),
    lang: data.lang,
    terms: data.terms.map(({ term, synonyms = [], forms = [], ...bounds }) => ({
      name: term,
      synonyms,
      forms,
      range: rangeOf(bounds),
    })),
    gaps: (data.gaps ?? []).map(rangeOf),
    rows: data.rows ?? [],
    confidence: wordingOf(data.confidence),
  };
}

function wordingOf(data: Data<'scale'>['confidence']): ConfidenceWording {
  if (data === undefined) return plainConfidence;
  const { apart, levels, meaning } = data;
  return { apart, levels, ...(meaning === undefined ? {} : { meaning }) };
}

/** `from`, `above`, `to`, `below` → a range; the schema has seen to it that two of them are there. */
export function rangeOf(bounds: z.infer<typeof scaleGap>): Range {
  return {
    lower: bounds.from ?? bounds.above ?? 0,
    upper: bounds.to ?? bounds.below ?? 100,
    includesLower: bounds.from !== undefined,
    includesUpper: bounds.to !== undefined,
  };
}

/** Word → the term it names or is a form of; letter case and repeated spaces do not matter. */
export function findTerm(scale: Scale, word: string): Term | undefined {
  const wanted = normalise(word);
  return scale.terms.find((term) => allWords(term).some((known) => normalise(known) === wanted));
}

/** What may stand in a `likelihood` field: every term and synonym, least likely first. */
export function fieldWords(scale: Scale): string[] {
  return scale.terms.flatMap(({ name, synonyms }) => [name, ...synonyms]);
}

/** Every word and form by which a term is recognised in prose. */
export function allWords(term: Term): string[] {
  return [term.name, ...term.synonyms, ...term.forms];
}

/** Index of the row that a word stands in, or undefined where the word is free of rows. */
export function rowOf(scale: Scale, word: string): number | undefined {
  const wanted = normalise(word);
  const index = scale.rows.findIndex((row) => row.some((known) => normalise(known) === wanted));
  return index === -1 ? undefined : index;
}

/** Per cent → its terms, its gap, or neither. */
export function lookUp(scale: Scale, percent: number): Verdict {
  const holding = scale.terms.filter(({ range }) => contains(range, percent));
  const [first, ...rest] = holding.toSorted((a, b) => width(a.range) - width(b.range));
  if (first !== undefined) return { kind: 'terms', terms: [first, ...rest] };
  if (!scale.gaps.some((gap) => contains(gap, percent))) return { kind: 'outside' };
  return {
    kind: 'gap',
    below: scale.terms.findLast(({ range }) => range.upper <= percent),
    above: scale.terms.find(({ range }) => range.lower >= percent),
  };
}

/** True when the range holds the number. */
export function contains(range: Range, percent: number): boolean {
  if (percent < range.lower || percent > range.upper) return false;
  if (percent === range.lower && !range.includesLower) return false;
  return percent !== range.upper || range.includesUpper;
}

/** Letters in small, one space between words: how words of likelihood are compared. */
export function normalise(word: string): string {
  return word.trim().toLowerCase().replace(/\s+/g, ' ');
}

function width(range: Range): number {
  return range.upper - range.lower;
}
