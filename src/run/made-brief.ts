/**
 * What is left of a built brief until all of them are written: its files and what the manifest says of
 * it. The trees of a thousand briefs would fill the memory.
 */
import type { Built, DocumentFacts, Project } from '../compile.ts';
import type { Artifact, Finished } from '../model/document.ts';
import { type Host, HostError } from '../model/host.ts';
import { type Drawn, drawnOn, factsFrom, inputsOf } from './document-facts.ts';

export interface MadeBrief {
  readonly artifacts: readonly Finished[];
  readonly facts: DocumentFacts;
  readonly drawn: Drawn;
}

/** built brief, its project, what puts files away (none: they stay in memory) → what is left. */
export async function madeBrief(
  built: Built,
  project: Project,
  putAway: Host['putAway'],
): Promise<MadeBrief> {
  const drawn = drawnOn(built);
  return {
    artifacts: await Promise.all(built.artifacts.map((one) => lighter(one, putAway))),
    facts: factsFrom(built, inputsOf(drawn, project)),
    drawn,
  };
}

/** A disk without room is no reason to fail as long as there is memory. */
async function lighter(artifact: Artifact, putAway: Host['putAway']): Promise<Finished> {
  if (putAway === undefined) return artifact;
  try {
    return { ...artifact, bytes: await putAway(artifact.bytes) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return artifact;
  }
}
