/**
 * The last stage before writing: opens every artifact again, as a stranger would. A file that holds
 * something withheld, or that fails its own checks, is not released.
 */
import type { Aside } from '../model/aside.ts';
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import type { Artifact, Composed } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import type { Resolved, Selected } from '../model/stages.ts';
import { readArtifact } from './leak/read-artifact.ts';
import { findLeaks } from './leak/search.ts';
import { type Withheld, withheldFrom } from './leak/withheld.ts';
import type { AuditReport } from './report.ts';

/**
 * artifacts, what they were made of → those that may be released, and why the others may not. PDFs are
 * opened in a thread of their own, where there is one.
 */
export async function auditArtifacts(
  artifacts: readonly Artifact[],
  document: Composed,
  selected: Selected,
  resolved: Resolved,
  aside?: Aside,
): Promise<Outcome<readonly Artifact[]>> {
  if (artifacts.length === 0) return clean([]);
  const withheld = withheldFrom(resolved, selected.audience);
  const released: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const artifact of artifacts) {
    const checked = await checkFile(artifact, document, aside);
    const found = [...(await leaksIn(artifact, withheld, selected)), ...checked.diagnostics];
    diagnostics.push(...found);
    if (!hasErrors(found)) released.push(checked.value);
  }
  return { value: released, diagnostics };
}

/**
 * Reads the code that audits PDFs, for a time when there is nothing else to do. Where it cannot be read,
 * the audit itself says so.
 */
export async function readyPdfAudit(): Promise<void> {
  await import('./pdf.ts').then(({ auditParts }) => auditParts()).catch(() => {});
}

async function leaksIn(
  artifact: Artifact,
  withheld: Withheld,
  { audience }: Selected,
): Promise<Diagnostic[]> {
  if (withheld.isEmpty) return [];
  const parts = await readArtifact(artifact);
  const places = new Set(findLeaks(parts, withheld).map(({ where }) => where));
  return [...places].map((where) =>
    diagnose('leak-found', { file: artifact.name, where, audience }),
  );
}

/** artifact → what is wrong with it as a file of its format, and the file with what it may claim. */
async function checkFile(
  artifact: Artifact,
  document: Composed,
  aside: Aside | undefined,
): Promise<Outcome<Artifact>> {
  if (artifact.format !== 'pdf') return clean(artifact);
  const { auditPdf, expectationOf, identifyPdf } = await import('./pdf.ts');
  const { bytes, pages } = artifact;
  const expected = expectationOf(document, pages);
  const { value: report, diagnostics } = await (aside === undefined
    ? auditPdf(bytes, expected)
    : aside<Outcome<AuditReport>>('audit-pdf', { bytes, expected }));
  return { value: { ...artifact, bytes: identifyPdf(bytes, report) }, diagnostics };
}
