/** What is to happen to each artifact, given what stands in its place. */
import { hashOfContents } from '../model/contents.ts';
import type { Finished } from '../model/document.ts';
import { sha256 } from '../model/hash.ts';
import { type Files, HostError } from '../model/host.ts';

/**
 * - `written`: there was nothing, or an older file of ours.
 * - `unchanged`: the same bytes are there; the file is not touched.
 * - `held-back`: a file is there that is not as we left it; the artifact goes beside it.
 */
export type Fate = 'written' | 'unchanged' | 'held-back';

/** One file to be written: an artifact, or a file that goes along with one. */
export interface OutputFile extends Omit<Finished, 'parts'> {
  /** Name of the artifact that this goes along with. */
  readonly partOf?: string;
}

/** artifacts → every file of theirs, each artifact before its parts. */
export function filesOf(artifacts: readonly Finished[]): OutputFile[] {
  return artifacts.flatMap(({ parts = [], ...artifact }): OutputFile[] => {
    const { brief, format, name } = artifact;
    return [artifact, ...parts.map((part) => ({ ...part, brief, format, partOf: name }))];
  });
}

/** What every file that is written has. */
export type NamedFile = Pick<OutputFile, 'name' | 'bytes'>;

/** A file with its hash and what is to happen to it. */
export interface Decision<F extends NamedFile = OutputFile> {
  readonly artifact: F;
  readonly sha256: string;
  readonly fate: Fate;
}

/** What `decide` knows about the folder. */
export interface Knowledge {
  readonly present: ReadonlySet<string>;
  /** Name → hashes that a file of ours may have. */
  readonly ours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Replace also what is not as we left it. */
  readonly force: boolean;
}

/** output folder, file, knowledge → decision. Reads what is there, writes nothing. */
export async function decide<F extends NamedFile>(
  files: Files,
  artifact: F,
  { present, ours, force }: Knowledge,
): Promise<Decision<F>> {
  const next = hashOfContents(artifact.bytes);
  const current = present.has(artifact.name) ? await hashOf(files, artifact.name) : undefined;
  const isOurs = current === undefined || ours.get(artifact.name)?.has(current) === true;
  const fate = current === next ? 'unchanged' : isOurs || force ? 'written' : 'held-back';
  return { artifact, sha256: next, fate };
}

/** Hash of a file; undefined where it has gone since the folder was listed. */
export async function hashOf(files: Files, name: string): Promise<string | undefined> {
  try {
    return sha256(await files.read(name));
  } catch (error) {
    if (error instanceof HostError && error.kind === 'file-missing') return undefined;
    throw error;
  }
}
