/**
 * What a brief is made of, as one hash: two hashes that agree mean two documents that agree, so a brief
 * is built again exactly when its hash has changed. It is worked out without composing anything.
 */
import { withheldText } from '../../compile.ts';
import { combineHashes, sha256 } from '../../model/hash.ts';
import type { ReadonlyFiles } from '../../model/host.ts';
import { type Marking, markingOf } from '../../model/marking.ts';
import { defaultMarking } from '../../model/marks.ts';
import type { Memory } from '../../model/memory.ts';
import { pathsNamedBy } from '../../model/named-files.ts';
import { refOf } from '../../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../../model/reach.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { Entry, Records, Ref } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import { editionFolder } from '../editions/lock-files.ts';

/** The project, as far as it is looked at. */
export interface ProjectAtHand {
  readonly project: Pick<ReadonlyFiles, 'list' | 'read'>;
}

/** Kinds of which every record may matter to every brief: the office itself, and its own scales. */
const everywhere: readonly Kind[] = ['publisher', 'scale'];

/** A brief to be built, and for whom. */
export interface BriefToBuild {
  readonly brief: Entry<'brief'>;
  /** Default: whoever the brief's own label allows. */
  readonly audience: Marking | undefined;
}

/**
 * brief, its project → a hash of its records, the files they name, its template, its editions, and of
 * what must not be found in it.
 */
export async function briefInputs(
  host: ProjectAtHand,
  memory: Memory,
  project: Project,
  wanted: BriefToBuild,
): Promise<string> {
  return combineHashes(await inputHashes(host, memory, project, wanted));
}

/** The same, part by part: `finding/purge-2019` or a path of the project → hash. */
export async function inputHashes(
  { project: files }: ProjectAtHand,
  memory: Memory,
  { resolved }: Pick<Project, 'resolved'>,
  { brief, audience }: BriefToBuild,
): Promise<ReadonlyMap<string, string>> {
  const { records, attachments, edges } = resolved;
  const refs = [...reachableFrom(refOf(brief), edgesByOrigin(edges)).keys()];
  const reached = refs.flatMap((ref) => entryOf(records, ref) ?? []);
  const general = everywhere.flatMap((kind): Entry[] => [...records[kind].values()]);
  const entries: readonly Entry[] = [brief, ...reached, ...general];
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    // Not in canonical order: that of columns, and of the fields of a row, is printed.
    const hash = memory.once('hash of data', entry, () => sha256(JSON.stringify(entry.data)));
    hashes.set(refOf(entry), hash);
  }
  // What is asked for by a tag is printed in the order of the data.
  hashes.set('the order of records', sha256(refs.join('\n')));
  const hashOf = (bytes: Uint8Array) => memory.once('hash of bytes', bytes, () => sha256(bytes));
  const named = pathsNamedBy(entries);
  for (const [path, bytes] of attachments.bytes) {
    if (named.has(path)) hashes.set(path, hashOf(bytes));
  }
  const own = `${editionFolder}/${brief.id}/`;
  const paths = [
    ...(await files.list('templates/shared')),
    ...(await files.list(`templates/${brief.data.template}`)),
    // One list for all briefs of a large project.
    ...(await files.list(editionFolder)).filter((path) => path.startsWith(own)),
  ];
  // A linked folder outside, which ends in a slash, is part of no template.
  for (const path of paths.filter((one) => !one.endsWith('/'))) {
    hashes.set(path, hashOf(await files.read(path)));
  }
  const { marking } = brief.data;
  const label = marking === undefined ? defaultMarking(records) : markingOf(marking);
  // The proof that nothing leaked looks for what is withheld anywhere in the project.
  const withheld = withheldText(resolved, audience ?? label);
  if (withheld.trim() !== '') hashes.set('what is withheld', sha256(withheld));
  return hashes;
}

function entryOf(records: Records, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  // A reference is made of a kind and an id.
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
