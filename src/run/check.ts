/** Reads a whole project and builds nothing: every problem in one run. */

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { missingTemplates, readProject } from '../read-project.ts';
import { findAbsence } from './find-absence.ts';
import type { RecordCounts } from './report.ts';

/** What a check came to. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** How many diagnostics records have silenced. */
  readonly silencedCount: number;
  /** Records that could be read. */
  readonly counts: RecordCounts;
}

/** host → every problem in the project's data. Throws only our own mistakes. */
export async function checkProject(host: Host): Promise<CheckResult> {
  try {
    const { value: project, diagnostics } = await readProject(host);
    const { brief, takeaway, finding, source } = project.resolved.records;
    const counts = {
      files: project.loaded.files.length,
      briefs: brief.size,
      takeaways: takeaway.size,
      findings: finding.size,
      sources: source.size,
    };
    const absent = await findAbsence(host, project);
    // A build says this of each brief; a check, which loads no template, says it of all.
    const templates = await missingTemplates(host, project.resolved.records);
    return {
      diagnostics: absent.length > 0 ? absent : [...diagnostics, ...templates],
      silencedCount: project.silenced.length,
      counts,
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { diagnostics: [hostDiagnostic(error)], silencedCount: 0, counts: noRecords };
  }
}

/** Where nothing could be read. */
export const noRecords: RecordCounts = {
  files: 0,
  briefs: 0,
  takeaways: 0,
  findings: 0,
  sources: 0,
};
