/** The list of briefs: what each is, how many problems it has, and what in it is due for review. */

import type { Diagnostic } from '../../model/diagnostic.ts';
import { findingStaleness, halfLivesOf, takeawayStaleness } from '../../model/freshness.ts';
import { defaultMarking, markOf } from '../../model/marks.ts';
import { compareCodePoints } from '../../model/order.ts';
import { refOf } from '../../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../../model/reach.ts';
import type { Entry, Ref } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import type { BriefLine } from './messages.ts';
import { recordsByPlace } from './ranges.ts';

/** Which diagnostics concern a brief. */
export type ConcernOf = (diagnostic: Diagnostic, brief: Entry<'brief'>) => boolean;

/**
 * project → a test: a diagnostic concerns the brief it names, the brief in whose file or records it
 * stands, and, where it stands in no record, every brief.
 */
export function concerns({ resolved }: Pick<Project, 'resolved'>): ConcernOf {
  const { records, edges } = resolved;
  const recordAt = recordsByPlace(records);
  const byOrigin = edgesByOrigin(edges);
  const reaches = new Map<string, ReadonlyMap<Ref, unknown>>();
  const reachOf = (brief: Entry<'brief'>) => {
    const reach = reaches.get(brief.id) ?? reachableFrom(refOf(brief), byOrigin);
    reaches.set(brief.id, reach);
    return reach;
  };
  return ({ brief: named, span }, brief) => {
    if (named !== undefined) return named === brief.id;
    if (span === undefined) return true;
    if (isBriefFile(span.file)) return span.file === brief.file.path;
    const record = recordAt(span);
    return record === undefined || record.kind === 'publisher' || reachOf(brief).has(refOf(record));
  };
}

/** Where briefs stand, one file each. */
function isBriefFile(path: string): boolean {
  return path.startsWith('data/briefs/');
}

/** project, what was said of it, the day → a line a brief, newest first. */
export function briefLines(
  { resolved }: Pick<Project, 'resolved'>,
  diagnostics: readonly Diagnostic[],
  concern: ConcernOf,
  day: string,
): readonly BriefLine[] {
  const { records, edges } = resolved;
  const byOrigin = edgesByOrigin(edges);
  const halfLives = halfLivesOf(records);
  const isStale = (ref: Ref): boolean => {
    const [kind, id = ''] = ref.split('/');
    const finding = kind === 'finding' ? records.finding.get(id) : undefined;
    const takeaway = kind === 'takeaway' ? records.takeaway.get(id) : undefined;
    if (finding !== undefined) return findingStaleness(finding, halfLives, day) !== undefined;
    return takeaway !== undefined && takeawayStaleness(takeaway.data, records, day) !== undefined;
  };
  const lines = [...records.brief.values()].map((brief): BriefLine => {
    const { id, data } = brief;
    const about = diagnostics.filter((diagnostic) => concern(diagnostic, brief));
    const count = (severity: Diagnostic['severity']) =>
      about.filter((diagnostic) => diagnostic.severity === severity).length;
    return {
      id,
      title: data.title,
      template: data.template,
      issued: String(data.issued),
      status: data.status ?? 'draft',
      marking: markOf(brief, defaultMarking(records)),
      errors: count('error'),
      warnings: count('warning'),
      stale: [...reachableFrom(refOf(brief), byOrigin).keys()].filter(isStale).length,
    };
  });
  return lines.sort(
    (a, b) => compareCodePoints(b.issued, a.issued) || compareCodePoints(a.id, b.id),
  );
}
