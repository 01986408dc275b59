/**
 * Links whose words say nothing out of context: "click here", "read more".
 * Sources: WCAG 2.2, success criterion 2.4.4; GOV.UK style guide, "Links".
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { normalise } from '../../model/scale.ts';
import { type Prose, placeIn } from './prose.ts';
import type { Rule } from './rule.ts';

/** Reports `link-text-vague`. */
export const linkText: Rule = {
  codes: ['link-text-vague'],
  check: ({ prose }) => prose.flatMap(judge),
};

function judge(field: Prose): Diagnostic[] {
  return field.links
    .filter(({ text }) => field.vocabulary?.vagueLinks.has(normalise(text).replace(/[.:!…]+$/, '')))
    .map((link) => diagnose('link-text-vague', { text: link.text }, placeIn(field, link)));
}
