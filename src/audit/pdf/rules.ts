/** All checks of a PDF, in the order they are reported: first what a reader would miss. */
import type { Rule } from './rule.ts';
import { archiveRules } from './rules/archive.ts';
import { identificationRule } from './rules/claims.ts';
import { contentRules } from './rules/content.ts';
import { documentRules } from './rules/document.ts';
import { elementRules } from './rules/elements.ts';
import { fontRules } from './rules/fonts.ts';
import { linkRules } from './rules/links.ts';
import { metadataRules } from './rules/metadata.ts';
import { outlineRules } from './rules/outline.ts';
import { pageRules } from './rules/pages.ts';
import { safetyRules } from './rules/safety.ts';
import { structureRules } from './rules/structure.ts';
import { tableRules } from './rules/tables.ts';
import { textRules } from './rules/text.ts';

export const pdfRules: readonly Rule[] = [
  ...textRules,
  ...pageRules,
  ...fontRules,
  ...documentRules,
  ...outlineRules,
  ...contentRules,
  ...structureRules,
  ...elementRules,
  ...tableRules,
  ...linkRules,
  ...metadataRules,
  ...archiveRules,
  ...safetyRules,
  identificationRule,
];
