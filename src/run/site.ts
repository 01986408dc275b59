/**
 * The index of the output folder: made by a command of its own, and after every build of an office that
 * has one.
 */
import { type SiteMaker, writeArtifacts } from '../compile.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { type Project, readProject } from '../read-project.ts';
import { findAbsence } from './find-absence.ts';

/** One file of the index. */
export interface SiteResult {
  /** Inside the output folder. */
  readonly name: string;
  readonly fate: 'written' | 'unchanged' | 'held-back';
}

/** What making an index came to. */
export interface IndexResult {
  readonly files: readonly SiteResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How to make it. */
export interface IndexOptions {
  /** Replace files of the same names that were not made by us. */
  readonly force?: boolean;
  readonly onNotice?: (message: string) => void;
}

/** How long to wait for a build that writes into the same folder. */
const lockWaitMs = 20_000;

/** project → what makes its index after a build; undefined where the office has none. */
export function siteMakerOf(host: Host, project: Project): SiteMaker | undefined {
  const [publisher] = project.resolved.records.publisher.values();
  if (publisher?.data.site === undefined) return undefined;
  return siteMaker(host, project);
}

/** Imported only where there is an index to make. */
function siteMaker(host: Host, { resolved }: Project): SiteMaker {
  return async (published) => {
    const { compileSite } = await import('../compile-site.ts');
    return compileSite(host, resolved, published);
  };
}

/** host, options → the index of what lies in the host's output folder, put in place. */
export async function makeIndex(
  host: Host,
  { force = false, onNotice = () => {} }: IndexOptions = {},
): Promise<IndexResult> {
  try {
    const { value: project, diagnostics } = await readProject(host);
    const absent = await findAbsence(host, project);
    if (absent.length > 0) return { files: [], diagnostics: absent };
    // Without sound data nobody can know what may no longer be named.
    if (hasErrors(diagnostics)) return { files: [], diagnostics };
    const briefs = [...project.resolved.records.brief.keys()];
    const run = { tool: host.version, briefs, documents: [] };
    const written = await writeArtifacts([], run, host.output, {
      lock: { waitMs: lockWaitMs, onNotice },
      force,
      site: siteMaker(host, project),
    });
    const files = written.value.site.map(({ name, fate }) => ({ name, fate }));
    return { files, diagnostics: written.diagnostics };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { files: [], diagnostics: [hostDiagnostic(error)] };
  }
}
