/**
 * Rules about language, one file each. They read the office's own prose: quotations, titles and names
 * are other people's words. Nothing works at import, and only a run that lints needs this module.
 *
 * Measured with 188 records (6,300 words of prose) on two busy cores: 20 ms warm, 70 in a process that
 * has not linted before. `language/sentences.ts` and `language/mask.ts` say what was tried for that
 * and why no parser of the retext family is used.
 */
import type { Code } from '../model/codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Memory } from '../model/memory.ts';
import { compareCodePoints } from '../model/order.ts';
import type { Records } from '../model/stages.ts';
import type { Standards } from '../model/standards.ts';
import { type Steps, stepByStep } from '../model/steps.ts';
import { applyOverrides, type Overridden } from './apply-overrides.ts';
import { acronyms } from './language/acronyms.ts';
import { confidenceApart } from './language/confidence-apart.ts';
import { headingCase } from './language/heading-case.ts';
import { leadHedge } from './language/lead-hedge.ts';
import { leadLikelihood } from './language/lead-likelihood.ts';
import { leadLength, sentenceLength } from './language/length.ts';
import { likelihoodField } from './language/likelihood-field.ts';
import { likelihoodNumber } from './language/likelihood-number.ts';
import { linkText } from './language/link-text.ts';
import { mixedRows } from './language/mixed-rows.ts';
import { nearNames } from './language/near-names.ts';
import { offScale } from './language/off-scale.ts';
import { contextOf, type Rule } from './language/rule.ts';
import { scaleSound } from './language/scale-sound.ts';

const rules: readonly Rule[] = [
  acronyms,
  confidenceApart,
  headingCase,
  leadHedge,
  leadLength,
  leadLikelihood,
  likelihoodField,
  likelihoodNumber,
  linkText,
  mixedRows,
  nearNames,
  offScale,
  scaleSound,
  sentenceLength,
];

/** Codes that `rules:` of the publisher and `silence:` of a record may name. */
export const languageRuleCodes: ReadonlySet<Code> = new Set(rules.flatMap(({ codes }) => codes));

/** What to lint, and by which standards. */
export interface LintInput {
  readonly records: Records;
  readonly standards: Standards;
  /** For whoever lints the same records again and again. */
  readonly memory?: Memory | undefined;
}

/**
 * Records → what the rules say, in order of file and place, each thing once, with the publisher's
 * severities applied; and what records have silenced, with their reasons. A rule a step.
 */
export function* lintLanguage({ records, standards, memory }: LintInput): Steps<Overridden> {
  const context = contextOf(records, standards, memory);
  yield;
  const found = yield* stepByStep(rules, (rule) => rule.check(context));
  return applyOverrides(inOrder(found), records, languageRuleCodes);
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(diagnostics.map((one) => [keyOf(one), one]));
  return [...byText.values()].toSorted(
    (a, b) =>
      compareCodePoints(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      compareCodePoints(a.code, b.code),
  );
}

function keyOf({ code, span, message }: Diagnostic): string {
  return `${code} ${span?.file} ${span?.start} ${span?.end} ${message}`;
}
