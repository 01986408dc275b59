/** Builds a released edition again from its lock: its words, its date, its paper. Writes nothing. */
import { type Built, compileSelected, type Surroundings } from '../../compile.ts';
import type { EditionFacts } from '../../model/edition-facts.ts';
import type { Format } from '../../model/formats.ts';
import type { Host } from '../../model/host.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Edition } from '../../model/schema/edition.ts';
import type { Thawed } from '../../thaw-edition.ts';

/** What to build, what it says of the other editions, and what the documents are searched for. */
export interface RebuildOptions {
  readonly formats: readonly Format[];
  readonly facts: EditionFacts;
  /** The records whose labels say what must not be found. Default: those of the edition itself. */
  readonly labels?: Surroundings['resolved'] | undefined;
}

/** host, lock, thawed edition, options → its documents as they come out today. */
export async function rebuild(
  host: Host,
  lock: Edition,
  { selected, resolved, standards }: Thawed,
  { formats, facts, labels = resolved }: RebuildOptions,
): Promise<Outcome<Built | undefined>> {
  const ofThatDay = { now: () => host.clock.now(), sourceDateMs: lock.sourceDateMs };
  const surroundings = { resolved: { ...labels, edges: resolved.edges }, standards };
  return compileSelected({ ...host, clock: ofThatDay }, surroundings, selected, {
    formats,
    audience: lock.audience,
    paper: lock.paper,
    editionOf: () => facts,
  });
}
