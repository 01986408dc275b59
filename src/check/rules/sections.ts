/** A part of a brief that has a heading and nothing under it. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { RuleContext } from './rule.ts';

/** records → `section-empty`. The findings of a section are not printed in it. */
export function checkSections({ checked }: RuleContext): Diagnostic[] {
  return [...checked.records.brief.values()].flatMap((brief) =>
    (brief.data.sections ?? []).flatMap(({ title, body, figures = [], quotes = [] }, index) => {
      if (body !== undefined || figures.length > 0 || quotes.length > 0) return [];
      return [diagnose('section-empty', { title }, placeOf(brief, ['sections', index, 'title']))];
    }),
  );
}
