/** The rules about content, one file each. Their order means nothing. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checked } from '../model/stages.ts';
import { type Steps, stepByStep } from '../model/steps.ts';
import { checkAddresses } from './rules/addresses.ts';
import { checkDates } from './rules/dates.ts';
import { checkFences } from './rules/fences.ts';
import { checkFigures } from './rules/figures.ts';
import { checkIdentifiers } from './rules/identifiers.ts';
import { checkImages } from './rules/images.ts';
import { checkLooseMentions } from './rules/loose-mentions.ts';
import { checkMarkings } from './rules/markings.ts';
import { checkMarkup } from './rules/markup.ts';
import { checkNotes } from './rules/notes.ts';
import { checkOrder } from './rules/order.ts';
import { checkQuotes } from './rules/quotes.ts';
import { type Rule, ruleContext } from './rules/rule.ts';
import { checkScalars } from './rules/scalars.ts';
import { checkSchedules } from './rules/schedules.ts';
import { checkSections } from './rules/sections.ts';
import { checkTheme } from './rules/theme.ts';

const rules: readonly Rule[] = [
  checkAddresses,
  checkDates,
  checkFences,
  checkFigures,
  checkIdentifiers,
  checkImages,
  checkLooseMentions,
  checkMarkings,
  checkMarkup,
  checkNotes,
  checkOrder,
  checkQuotes,
  checkScalars,
  checkSections,
  checkTheme,
  checkSchedules,
];

/** records, the day of the build (`YYYY-MM-DD`) → everything the rules have to say, a rule a step. */
export function applyRules(checked: Checked, today: string): Steps<Diagnostic[]> {
  const context = ruleContext(checked, today);
  return stepByStep(rules, (rule) => rule(context));
}
