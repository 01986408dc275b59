/**
 * The index of the output folder as part of a build: made from the manifest that the build leaves, and
 * put in place with the documents that it names, so that it never names one that is not there.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Format } from '../model/formats.ts';
import type { Files } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Published, SiteFile } from '../model/site.ts';
import { type Decision, decide, hashOf, type Knowledge } from './decide.ts';
import { type Manifest, type ManifestDocument, manifestFiles } from './manifest.ts';
import type { SiteMaker } from './run-facts.ts';
import { besideName, foldName } from './safe-name.ts';

/** What is to happen to the files of the index. */
export interface SiteDecisions {
  readonly decisions: readonly Decision<SiteFile>[];
  /** The manifest with the files of the index in it. */
  readonly manifest: Manifest;
}

/**
 * output folder, manifest after the build, what makes the index → decisions. Reports what the maker
 * reports, `site-file-foreign` and `site-name-taken`; where the maker fails, what is there stays. Without
 * a maker, an index that is there stays as it is, and is reported as `site-abandoned`.
 */
export async function decideSite(
  files: Files,
  manifest: Manifest,
  make: SiteMaker | undefined,
  knowledge: Knowledge,
): Promise<Outcome<SiteDecisions>> {
  if (make === undefined) {
    const names = manifest.site?.map(({ name }) => name) ?? [];
    const diagnostics = names.length === 0 ? [] : [diagnose('site-abandoned', { names })];
    return { value: { decisions: [], manifest }, diagnostics };
  }
  const made = await make(publishedIn(manifest));
  const taken = new Map(
    manifest.documents.flatMap(manifestFiles).map(({ name }) => [foldName(name), name]),
  );
  const diagnostics: Diagnostic[] = [...made.diagnostics];
  const decisions: Decision<SiteFile>[] = [];
  for (const file of made.value) {
    const other = taken.get(foldName(file.name));
    if (other !== undefined) {
      diagnostics.push(diagnose('site-name-taken', { name: file.name, other }));
      continue;
    }
    const decision = await decide(files, file, knowledge);
    decisions.push(decision);
    if (decision.fate !== 'held-back') continue;
    const slots = { name: file.name, beside: besideName(file.name) };
    diagnostics.push(diagnose('site-file-foreign', slots));
  }
  const site = decisions
    .filter(({ fate }) => fate !== 'held-back')
    .map(({ artifact, sha256: hash }) => {
      return { name: artifact.name, sha256: hash, bytes: artifact.bytes.byteLength };
    });
  return { value: { decisions, manifest: { ...manifest, site } }, diagnostics };
}

/** Files of an earlier index that this one has no longer, as we left them: deleted. */
export async function clearSite(
  files: Files,
  previous: Manifest | undefined,
  manifest: Manifest,
): Promise<void> {
  const kept = new Set(manifest.site?.map(({ name }) => name));
  for (const { name, sha256: hash } of previous?.site ?? []) {
    if (!kept.has(name) && (await hashOf(files, name)) === hash) await files.remove(name);
  }
}

/** Hashes of the files of an index, by their names. */
export function siteHashes(manifest: Manifest | undefined): readonly (readonly [string, string])[] {
  return manifest?.site?.map((file) => [file.name, file.sha256] as const) ?? [];
}

/** manifest → what lies in the folder, as whoever makes the index wants it. */
function publishedIn({ documents }: Manifest): Published[] {
  return documents.flatMap((document): Published[] => {
    const { id, marking, readMinutes, about, reprint } = document;
    // Editions that are out of force are for whoever asks for them.
    if (about === undefined || reprint !== undefined) return [];
    const { updated, ...rest } = about;
    const when = updated === undefined ? {} : { updated };
    return [{ id, marking, readMinutes, about: { ...rest, ...when }, files: filesOf(document) }];
  });
}

function filesOf({ files }: ManifestDocument): Published['files'] {
  return Object.entries(files).flatMap(([format, { translations = [], ...own }]) =>
    [own, ...translations]
      .filter(({ outdated }) => outdated !== true)
      // Keys of the map are formats: the manifest was read by a schema that says so.
      .map(({ name, bytes }) => ({ format: format as Format, name, bytes })),
  );
}
