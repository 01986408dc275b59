/**
 * Evidence against a finding must be spoken of by whoever builds on the finding, in the takeaway's own
 * words: what a translation says, readers of the original do not see.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { citedIn, withoutCode } from '../../model/mentions.ts';
import { placeOf } from '../../model/place.ts';
import type { Entry, Resolved } from '../../model/stages.ts';
import { supportOf } from '../../model/support.ts';

/** graph → `evidence-contradiction-unmentioned`, at the findings of the takeaway. */
export function contradictions({ records }: Resolved): Diagnostic[] {
  return [...records.takeaway.values()].flatMap((takeaway) => {
    if ((takeaway.data.alternatives ?? []).length > 0) return [];
    const contradicting = supportOf(records, takeaway.data).filter(
      ({ piece }) => piece.stance === 'contradicts',
    );
    if (contradicting.length === 0) return [];
    const cited = citedBy(takeaway);
    const against = contradicting
      .filter(({ source }) => !cited.has(source.id))
      .map(({ source, finding, index }) => ({ source: source.id, finding, index }));
    return [...new Map(against.map((one) => [one.source, one])).values()].map(
      ({ source, finding, index }) => {
        const { span } = placeOf(finding, ['evidence', index]);
        const related = span === undefined ? [] : [{ message: 'the contradiction', span }];
        const place = { ...placeOf(takeaway, ['findings']), related };
        return diagnose('evidence-contradiction-unmentioned', { id: takeaway.id, source }, place);
      },
    );
  });
}

function citedBy(takeaway: Entry<'takeaway'>): ReadonlySet<string> {
  const prose = takeaway.leaves.filter(
    ({ type, path }) => type === 'markdown' && !path.includes('translations'),
  );
  return new Set(
    prose.flatMap(({ value }) =>
      citedIn(withoutCode(value)).flatMap(({ sources }) => sources.map(({ id }) => id)),
    ),
  );
}
