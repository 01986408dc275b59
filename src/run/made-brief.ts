/**
 * What is left of a built brief until all of them are written: its files and what the manifest says of
 * it. The trees of a thousand briefs would fill the memory.
 */
import type { Built, DocumentFacts } from '../compile.ts';
import type { Shelf } from '../model/contents.ts';
import type { Artifact, Finished } from '../model/document.ts';
import { HostError } from '../model/host.ts';
import type { Project } from '../read-project.ts';
import { type Drawn, drawnOn, factsFrom, inputsOf } from './document-facts.ts';

export interface MadeBrief {
  readonly artifacts: readonly Finished[];
  readonly facts: DocumentFacts;
  readonly drawn: Drawn;
}

/** built brief, its project, a shelf for its files (none: they stay in memory) → what is left. */
export async function madeBrief(
  built: Built,
  project: Project,
  shelf: Shelf | undefined,
): Promise<MadeBrief> {
  const drawn = drawnOn(built);
  return {
    artifacts: await Promise.all(built.artifacts.map((one) => lighter(one, shelf))),
    facts: factsFrom(built, inputsOf(drawn, project)),
    drawn,
  };
}

/** A disk without room is no reason to fail as long as there is memory. */
async function lighter(artifact: Artifact, shelf: Shelf | undefined): Promise<Finished> {
  if (shelf === undefined) return artifact;
  try {
    return { ...artifact, bytes: await shelf.put(artifact.bytes) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return artifact;
  }
}
