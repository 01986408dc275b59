/** All checks of a Word file, in the order they are reported. */
import type { DocxRule } from './rule.ts';
import { headingRules } from './rules/headings.ts';
import { markingRules } from './rules/marking.ts';
import { packageRules } from './rules/package.ts';
import { partRules } from './rules/parts.ts';
import { propertyRules } from './rules/properties.ts';
import { safetyRules } from './rules/safety.ts';

export const docxRules: readonly DocxRule[] = [
  ...propertyRules,
  ...headingRules,
  ...partRules,
  ...markingRules,
  ...packageRules,
  ...safetyRules,
];
