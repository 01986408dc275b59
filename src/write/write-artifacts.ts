/**
 * The last stage: finished files → the output folder, with a manifest. What was there stays until all
 * that replaces it is whole; a run that is killed leaves every file old or new, and no work for anybody.
 */
import type { Contents } from '../model/contents.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Finished } from '../model/document.ts';
import { sha256 } from '../model/hash.ts';
import type { Files } from '../model/host.ts';
import { compareCodePoints } from '../model/order.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SiteFile } from '../model/site.ts';
import { checkNames } from './check-names.ts';
import {
  type Decision,
  decide,
  filesOf,
  hashOf,
  type Knowledge,
  type NamedFile,
  type OutputFile,
} from './decide.ts';
import {
  type Manifest,
  manifestFiles,
  manifestName,
  printManifest,
  readManifest,
} from './manifest.ts';
import { mergeManifest } from './merge-manifest.ts';
import { clearPending, type Pending, readPending, writePending } from './pending.ts';
import type { RunFacts, SiteMaker, WriteOptions } from './run-facts.ts';
import { besideName } from './safe-name.ts';
import { clearSite, decideSite, siteHashes } from './write-site.ts';

/** What a build left in the output folder. */
export interface Written {
  /** In the order of the artifacts; those whose names were refused are missing. */
  readonly files: readonly WrittenFile[];
  /** The index, where one was made. */
  readonly site: readonly WrittenSiteFile[];
  readonly manifest: Manifest;
}

/** One file and what became of it. */
export type Placed<F extends NamedFile = NamedFile> = Decision<F> & {
  /** Where it is, inside the output folder: its own name, or another one if it was held back. */
  readonly name: string;
};

/** One artifact and what became of it. */
export type WrittenFile = Placed<OutputFile>;

/** One file of the index and what became of it. */
export type WrittenSiteFile = Placed<SiteFile>;

/**
 * artifacts, facts of the build, output folder → what became of them. Reports `output-name-unsafe`,
 * `output-name-collision`, `output-edited`, `output-orphaned`, `output-leftover` and
 * `manifest-unreadable`; an artifact with an error does not keep the others from being written. Throws
 * the host's errors (`locked`, `disk-full`, `file-unwritable`…), in which case nothing has changed
 * unless the disk failed between two renames.
 */
export async function writeArtifacts(
  artifacts: readonly Finished[],
  run: RunFacts,
  files: Files,
  options: WriteOptions,
): Promise<Outcome<Written>> {
  const { lock, force = false, site } = options;
  const known = new Set(run.documents.map(({ id }) => id));
  const stray = artifacts.find(({ brief }) => !known.has(brief));
  if (stray !== undefined) throw new Error(`no facts are given for the document ${stray.name}`);
  const write = () => writeUnderLock(artifacts, run, files, { force, site });
  return lock === 'held' ? write() : files.withLock('', lock, write);
}

async function writeUnderLock(
  artifacts: readonly Finished[],
  run: RunFacts,
  files: Files,
  { force, site }: { readonly force: boolean; readonly site: SiteMaker | undefined },
): Promise<Outcome<Written>> {
  const { value: previous, diagnostics: damage } = await readManifest(files);
  const pending = await readPending(files);
  const present = new Set(await files.list(''));
  const names = checkNames(filesOf(artifacts), { present, owners: ownersOf(previous, run) });
  const knowledge = { present, ours: hashesOfOurs(previous, pending), force };
  const decisions = await decideAll(files, names.value, knowledge);
  const merged = mergeManifest({ run, decisions, previous, present });
  const index = await decideSite(files, merged, site, knowledge);
  const { manifest } = index.value;
  const placings = [...decisions.map(placed), ...index.value.decisions.map(placed)];
  await putInPlace(files, pending, await changesOf(files, placings, manifest));
  const leftovers = await clearLeftovers(files, decisions, present);
  await clearParts(files, previous, manifest);
  if (site !== undefined) await clearSite(files, previous, manifest);
  return {
    value: { files: decisions.map(placed), site: index.value.decisions.map(placed), manifest },
    diagnostics: [
      ...damage,
      ...names.diagnostics,
      ...decisions.flatMap(editedDiagnostics),
      ...orphanDiagnostics(manifest),
      ...leftovers,
      ...index.diagnostics,
    ],
  };
}

/** In groups, as each decision reads a file that is there and not all of them fit into memory. */
async function decideAll(
  files: Files,
  artifacts: readonly OutputFile[],
  knowledge: Knowledge,
): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  for (let start = 0; start < artifacts.length; start += decidedAtOnce) {
    const group = artifacts.slice(start, start + decidedAtOnce);
    const decided = group.map((artifact) => decide(files, artifact, knowledge));
    decisions.push(...(await Promise.all(decided)));
  }
  return decisions;
}

const decidedAtOnce = 16;

/** Name → brief, of the documents in the manifest whose briefs still exist. */
function ownersOf(previous: Manifest | undefined, run: RunFacts): ReadonlyMap<string, string> {
  const living = (previous?.documents ?? []).filter(({ id }) => run.briefs.includes(id));
  return new Map(
    living.flatMap((document) =>
      manifestFiles(document).map(({ name }) => [name, document.id] as const),
    ),
  );
}

function hashesOfOurs(previous: Manifest | undefined, pending: Pending | undefined) {
  const ours = new Map<string, Set<string>>();
  const add = (name: string, hash: string) => {
    ours.set(name, (ours.get(name) ?? new Set()).add(hash));
  };
  for (const document of previous?.documents ?? []) {
    for (const file of manifestFiles(document)) add(file.name, file.sha256);
  }
  for (const [name, { sha256 }] of Object.entries(previous?.orphans ?? {})) add(name, sha256);
  for (const [name, hash] of siteHashes(previous)) add(name, hash);
  for (const [name, hashes] of pending ?? []) for (const hash of hashes) add(name, hash);
  return ours satisfies Knowledge['ours'];
}

/** A file to be put in place, with its hash. */
interface Change {
  readonly name: string;
  readonly bytes: Contents;
  readonly sha256: string;
}

/** All that is to be replaced; the manifest last, as it vouches for the others. */
async function changesOf(
  files: Files,
  placings: readonly Placed[],
  manifest: Manifest,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { name, artifact, fate, sha256 } of placings) {
    const isThere = fate === 'held-back' && (await hashOf(files, name)) === sha256;
    if (fate !== 'unchanged' && !isThere) changes.push({ name, bytes: artifact.bytes, sha256 });
  }
  const bytes = printManifest(manifest);
  const hash = sha256(bytes);
  if ((await hashOf(files, manifestName)) === hash) return changes;
  return [...changes, { name: manifestName, bytes, sha256: hash }];
}

async function putInPlace(
  files: Files,
  pending: Pending | undefined,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length > 0) {
    await writePending(files, pending, new Map(changes.map(({ name, sha256 }) => [name, sha256])));
    await files.replace(new Map(changes.map(({ name, bytes }) => [name, bytes])));
  }
  if (changes.length > 0 || pending !== undefined) await clearPending(files);
}

/** Held-back copies from earlier builds: deleted once the same bytes are released, else reported. */
async function clearLeftovers(
  files: Files,
  decisions: readonly Decision[],
  present: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { artifact, fate, sha256 } of decisions) {
    const name = besideName(artifact.name);
    if (fate === 'held-back' || !present.has(name)) continue;
    if ((await hashOf(files, name)) === sha256) await files.remove(name);
    else diagnostics.push(diagnose('output-leftover', { name }, { brief: artifact.brief }));
  }
  return diagnostics;
}

/** Files that went along with an earlier build and with this one no longer, as we left them: deleted. */
async function clearParts(
  files: Files,
  previous: Manifest | undefined,
  manifest: Manifest,
): Promise<void> {
  const named = (one: Manifest) => one.documents.flatMap(manifestFiles);
  const kept = new Set([...named(manifest).map(({ name }) => name)]);
  const orphans = manifest.orphans ?? {};
  for (const { name, sha256, isPart } of previous === undefined ? [] : named(previous)) {
    if (!isPart || kept.has(name) || Object.hasOwn(orphans, name)) continue;
    if ((await hashOf(files, name)) === sha256) await files.remove(name);
  }
}

function placed<F extends NamedFile>(decision: Decision<F>): Placed<F> {
  const { name } = decision.artifact;
  return { ...decision, name: decision.fate === 'held-back' ? besideName(name) : name };
}

function editedDiagnostics({ artifact, fate }: Decision): readonly Diagnostic[] {
  const { name, brief } = artifact;
  if (fate !== 'held-back') return [];
  return [diagnose('output-edited', { name, beside: besideName(name) }, { brief })];
}

function orphanDiagnostics({ orphans = {} }: Manifest): readonly Diagnostic[] {
  return Object.entries(orphans)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([name, { brief }]) => diagnose('output-orphaned', { name, brief }));
}
