/** The end of a build: all that was made takes its place in the output folder. */
import { type WrittenFile, writeArtifacts } from '../compile.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Project } from '../read-project.ts';
import type { Compiled } from './brief-result.ts';
import { type Drawn, inputsOf } from './document-facts.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import { type SiteResult, siteMakerOf } from './site.ts';

/** How long a second run waits for the first. */
const lockWaitMs = 20_000;

export interface BuildToWrite {
  readonly project: Project;
  readonly compiled: readonly Compiled[];
  readonly job: BuildJob;
  /** Brief → what its document draws on, of those that stay as they are. */
  readonly lasting: ReadonlyMap<string, Drawn>;
}

/** What was written, and what there is to say of it. */
export interface WrittenBuild {
  readonly files: readonly WrittenFile[];
  readonly site: readonly SiteResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** host, build → what became of its files; the world's failures are among what there is to say. */
export async function writeBuild(
  host: Host,
  { project, compiled, job, lasting }: BuildToWrite,
  { onWriting, onNotice = () => {} }: BuildEvents,
): Promise<WrittenBuild> {
  const made = compiled.flatMap((one) => one.made ?? []);
  const artifacts = made.flatMap((one) => one.artifacts);
  // The manifest says which briefs there are, so it is looked at also where all of them were kept.
  if (artifacts.length === 0 && lasting.size === 0) return { files: [], site: [], diagnostics: [] };
  onWriting?.();
  const run = {
    tool: host.version,
    briefs: [...project.resolved.records.brief.keys()],
    documents: made.map(({ facts }) => facts),
    lasting: [...lasting].map(([id, drawn]) => {
      return { id, marking: drawn.marking, inputs: inputsOf(drawn, project) };
    }),
  };
  const options = {
    lock: { waitMs: lockWaitMs, onNotice },
    force: job.force ?? false,
    site: siteMakerOf(host, project),
  };
  try {
    const outcome = await writeArtifacts(artifacts, run, host.output, options);
    const { files, site } = outcome.value;
    const index = site.map(({ name, fate }) => ({ name, fate }));
    return { files, site: index, diagnostics: outcome.diagnostics };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { files: [], site: [], diagnostics: [hostDiagnostic(error)] };
  }
}
