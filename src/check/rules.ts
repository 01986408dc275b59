/**
 * The rules about content, one file each. A rule is a function of all records; it knows nothing of
 * the other rules and their order means nothing.
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checked } from '../model/stages.ts';
import { checkAddresses } from './rules/addresses.ts';
import { checkDates } from './rules/dates.ts';
import { checkFigures } from './rules/figures.ts';
import { checkProse } from './rules/prose.ts';
import { checkQuotes } from './rules/quotes.ts';

const rules: readonly ((checked: Checked) => Diagnostic[])[] = [
  checkAddresses,
  checkDates,
  checkFigures,
  checkProse,
  checkQuotes,
];

/** records → everything the rules have to say about them. */
export function applyRules(checked: Checked): Diagnostic[] {
  return rules.flatMap((rule) => rule(checked));
}
