/**
 * What a brief is made of, as one hash: two hashes that agree mean two documents that agree, so a brief
 * is built again exactly when its hash has changed. It is worked out without composing anything.
 */

import { canonicalJson } from '../../model/canonical.ts';
import { combineHashes, sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { Memory } from '../../model/memory.ts';
import { refOf } from '../../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../../model/reach.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { Entry, Records, Ref } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import { editionFolder } from '../editions/lock-files.ts';

/** Kinds of which every record may matter to every brief: the office itself, and its own scales. */
const everywhere: readonly Kind[] = ['publisher', 'scale'];

/** brief, its project → a hash of its records, the files they name, its template and its editions. */
export async function briefInputs(
  host: Pick<Host, 'project'>,
  memory: Memory,
  project: Project,
  brief: Entry<'brief'>,
): Promise<string> {
  return combineHashes(await inputHashes(host, memory, project, brief));
}

/** The same, part by part: `finding/purge-2019` or a path of the project → hash. */
export async function inputHashes(
  { project: files }: Pick<Host, 'project'>,
  memory: Memory,
  project: Project,
  brief: Entry<'brief'>,
): Promise<ReadonlyMap<string, string>> {
  const { records, attachments, edges } = project.resolved;
  const byOrigin = edgesByOrigin(edges);
  const reached = [...reachableFrom(refOf(brief), byOrigin).keys()].flatMap(
    (ref) => entryOf(records, ref) ?? [],
  );
  const general = everywhere.flatMap((kind): Entry[] => [...records[kind].values()]);
  const entries: readonly Entry[] = [brief, ...reached, ...general];
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    const hash = memory.once('hash of data', entry, () => sha256(canonicalJson(entry.data)));
    hashes.set(refOf(entry), hash);
  }
  const hashOf = (bytes: Uint8Array) => memory.once('hash of bytes', bytes, () => sha256(bytes));
  for (const [path, bytes] of attachments.bytes) {
    const isNamed = entries.some(({ leaves }) => leaves.some(({ value }) => value.includes(path)));
    if (isNamed) hashes.set(path, hashOf(bytes));
  }
  const folders = [
    'templates/shared',
    `templates/${brief.data.template}`,
    `${editionFolder}/${brief.id}`,
  ];
  for (const folder of folders) {
    // A linked folder outside, which ends in a slash, is part of no template.
    const paths = (await files.list(folder)).filter((path) => !path.endsWith('/'));
    for (const path of paths) hashes.set(path, hashOf(await files.read(path)));
  }
  return hashes;
}

function entryOf(records: Records, ref: Ref): Entry | undefined {
  const slash = ref.indexOf('/');
  // A reference is made of a kind and an id.
  return records[ref.slice(0, slash) as Kind].get(ref.slice(slash + 1));
}
