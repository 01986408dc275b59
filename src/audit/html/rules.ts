/** All checks of a page that need no browser, in the order they are reported. */
import type { HtmlRule } from './rule.ts';
import { documentRules } from './rules/document.ts';
import { headingRules } from './rules/headings.ts';
import { partRules } from './rules/parts.ts';
import { referenceRules } from './rules/references.ts';
import { safetyRules } from './rules/safety.ts';

export const htmlRules: readonly HtmlRule[] = [
  ...documentRules,
  ...headingRules,
  ...partRules,
  ...referenceRules,
  ...safetyRules,
];
