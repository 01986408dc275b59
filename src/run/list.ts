/** The briefs of a project, without building them. */

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import { defaultMarking, markOf } from '../model/marks.ts';
import { compareCodePoints } from '../model/order.ts';
import type { Entry } from '../model/stages.ts';
import { readProject } from '../read-project.ts';
import { findAbsence } from './find-absence.ts';
import type { BriefRow } from './report.ts';
import { readStaleness, type Staleness } from './schedule/status.ts';

/** What a listing came to. */
export interface ListResult {
  /** Newest first. */
  readonly briefs: readonly BriefRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** host → all briefs that could be read, newest first. Throws only our own mistakes. */
export async function listBriefs(host: Host): Promise<ListResult> {
  try {
    const { value: project, diagnostics } = await readProject(host);
    const absent = await findAbsence(host, project);
    if (absent.length > 0) return { briefs: [], diagnostics: absent };
    const { records } = project.resolved;
    const fallback = defaultMarking(records);
    const stale = await readStaleness(host.output);
    const rows = [...records.brief.values()].map((brief) =>
      rowOf(brief, fallback, stale.get(brief.id)),
    );
    return { briefs: rows.sort(newestFirst), diagnostics };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { briefs: [], diagnostics: [hostDiagnostic(error)] };
  }
}

function rowOf(
  brief: Entry<'brief'>,
  fallback: Marking,
  staleness: Staleness | undefined,
): BriefRow {
  const { issued, template, status = 'draft', title } = brief.data;
  const marking = markOf(brief, fallback);
  const row = { id: brief.id, issued: String(issued), template, status, marking, title };
  return staleness === undefined ? row : { ...row, staleSince: staleness.since };
}

function newestFirst(a: BriefRow, b: BriefRow): number {
  return compareCodePoints(b.issued, a.issued) || compareCodePoints(a.id, b.id);
}
