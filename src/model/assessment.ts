/**
 * How a takeaway's likelihood and confidence are put into words, and the key that explains a scale.
 * Everything comes back as data: labels are keys into the interface words, so that another language
 * can say them; `text` is the English wording.
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
  /** The author's reason, for a confidence. */
  readonly reason?: string;
  /** The whole sentence in English, label and full stop included. */
  readonly text: string;
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
    statements.push(likelihoodStatement(likelihood.trim(), term));
  }
  if (confidence !== undefined) {
    const word = scale?.confidence.levels[confidence] ?? confidence;
    statements.push(confidenceStatement(word, confidenceReason));
  }
  return statements;
}

function likelihoodStatement(value: string, { range }: Term): Statement {
  return {
    label: 'likelihood',
    value,
    range,
    text: `Likelihood: ${value} (${percentText(range)}).`,
  };
}

/** A reason in small letters joins the sentence; one that starts with a capital stands after it. */
function confidenceStatement(value: string, given: string | undefined): Statement {
  if (given === undefined) return { label: 'confidence', value, text: `Confidence: ${value}.` };
  const reason = given.trim().replace(/\.$/, '');
  const joint = /^\p{Ll}/u.test(reason)
    ? `, because ${reason.replace(/^because\s+/, '')}`
    : `. ${reason}`;
  return { label: 'confidence', value, reason, text: `Confidence: ${value}${joint}.` };
}

/** scale → its key. */
export function keyOf(scale: Scale): Key {
  const { meaning } = scale.confidence;
  return {
    name: scale.name,
    publisher: scale.publisher,
    document: scale.document,
    ...(scale.url === undefined ? {} : { url: scale.url }),
    rows: scale.terms.map((term) => ({
      words: [term.name, ...term.synonyms],
      range: term.range,
      text: exactText(term.range),
    })),
    hasGaps: scale.gaps.length > 0,
    confidence: scale.confidence.levels,
    ...(meaning === undefined ? {} : { confidenceMeaning: meaning }),
  };
}

/** A range as a reader takes it in: "40–50 %", "up to 5 %", "95 % or more". */
export function percentText(range: Range): string {
  if (range.lower === 0) return `up to ${range.upper}${space}%`;
  if (range.upper === 100) return `${range.lower}${space}% or more`;
  return `${range.lower}–${range.upper}${space}%`;
}

/** The same with its bounds exact: "40 to <50 %", ">50 to 100 %". */
function exactText(range: Range): string {
  const lower = `${range.includesLower ? '' : '>'}${range.lower}`;
  const upper = `${range.includesUpper ? '' : '<'}${range.upper}`;
  if (lower === '>0') return `up to ${range.upper}${space}%`;
  if (upper === '<100') return `${range.lower}${space}% or more`;
  const isPlain = range.includesLower && range.includesUpper;
  return isPlain ? `${lower}–${upper}${space}%` : `${lower} to ${upper}${space}%`;
}

/** The number and its sign stay on one line. Source: SI Brochure, 9th edition, 5.4.7. */
const space = '\u00a0';

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
