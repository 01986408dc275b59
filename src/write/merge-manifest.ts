/** The manifest after a build: what was built now, and what lies there from builds of other briefs. */
import type { Decision } from './decide.ts';
import {
  type Manifest,
  type ManifestDocument,
  type ManifestFile,
  manifestFiles,
  type OneFile,
} from './manifest.ts';
import type { DocumentFacts, RunFacts } from './run-facts.ts';

/** What a new manifest is made from. */
export interface ManifestParts {
  readonly run: RunFacts;
  readonly decisions: readonly Decision[];
  readonly previous: Manifest | undefined;
  /** Names of the files that were there before this build. */
  readonly present: ReadonlySet<string>;
}

/**
 * parts → manifest. A file has one entry: under the document that it was made from last; where an
 * edition was printed again with the very bytes that lay there, it stays what it was. Files that were
 * deleted by hand are forgotten; files of briefs that are gone become orphans.
 */
export function mergeManifest({ run, decisions, previous, present }: ManifestParts): Manifest {
  const released = decisions.filter(
    (decision) => decision.fate !== 'held-back' && !isCopy(decision, run, previous),
  );
  const claimed = new Set(released.map(({ artifact }) => artifact.name));
  const isKept = ({ name }: { name: string }) => present.has(name) && !claimed.has(name);
  const documents = new Map<string, ManifestDocument>();
  const orphans: Record<string, { brief: string; sha256: string }> = {};
  for (const [name, orphan] of Object.entries(previous?.orphans ?? {})) {
    if (isKept({ name })) orphans[name] = orphan;
  }
  const addOrphan = (
    { id }: ManifestDocument,
    { name, sha256 }: { name: string; sha256: string },
  ) => {
    orphans[name] = { brief: id, sha256 };
  };
  for (const document of previous?.documents ?? []) {
    const files = filterFiles(document.files, isKept);
    if (run.briefs.includes(document.id)) documents.set(keyOf(document), { ...document, files });
    else for (const file of manifestFiles({ ...document, files })) addOrphan(document, file);
  }
  for (const { id, marking, inputs } of run.lasting ?? []) {
    const known = documents.get(keyOf({ id, marking }));
    if (known === undefined) continue;
    documents.set(keyOf(known), { ...known, inputs: Object.fromEntries(inputs) });
  }
  for (const facts of run.documents) {
    const built = released.filter(({ artifact }) => artifact.brief === facts.id);
    if (built.length === 0) continue;
    const next = documentOf(run.tool, facts, built);
    const earlier = documents.get(keyOf(next));
    documents.set(keyOf(next), earlier === undefined ? next : onto(earlier, next));
  }
  const filled = [...documents.values()].filter(({ files }) => Object.keys(files).length > 0);
  const site = previous?.site?.filter(isKept);
  return { schema: 1, tool: run.tool, documents: filled, ...(site && { site }), orphans };
}

/** Of the edition in force: the document itself, and no other. */
function isCopy(
  { artifact, sha256, fate }: Decision,
  { documents }: RunFacts,
  previous: Manifest | undefined,
): boolean {
  const facts = documents.find(({ id }) => id === artifact.brief);
  if (facts?.reprint === undefined || fate !== 'unchanged') return false;
  const key = keyOf({ id: facts.id, marking: facts.marking });
  const current = previous?.documents.filter((document) => keyOf(document) === key) ?? [];
  return current
    .flatMap(manifestFiles)
    .some((file) => file.name === artifact.name && file.sha256 === sha256);
}

/** The data as they are, and each edition that was printed again, are documents of their own. */
function keyOf({
  id,
  marking,
  reprint,
}: Pick<ManifestDocument, 'id' | 'marking' | 'reprint'>): string {
  return reprint === undefined
    ? `${id} ${marking}`
    : `${id} ${marking} ${reprint.edition} ${reprint.kind}`;
}

function documentOf(
  tool: string,
  facts: DocumentFacts,
  built: readonly Decision[],
): ManifestDocument {
  const { id, title, marking, words, readMinutes, about } = facts;
  const whole = built.filter(({ artifact }) => artifact.partOf === undefined);
  return {
    id,
    title,
    marking,
    words,
    readMinutes,
    about: { ...about, tags: [...about.tags], versions: [...about.versions] },
    tool,
    ...(facts.reprint === undefined ? {} : { reprint: facts.reprint }),
    resources: Object.fromEntries(facts.resources),
    inputs: Object.fromEntries(facts.inputs),
    files: Object.fromEntries(
      [...Map.groupBy(whole, ({ artifact }) => artifact.format)].map(([format, decisions]) => [
        format,
        withTranslations(decisions.map((decision) => fileOf(decision, built))),
      ]),
    ),
  };
}

/** Of one format, the brief's own language comes first. */
function withTranslations([own, ...translations]: readonly OneFile[]): ManifestFile | undefined {
  return own && (translations.length === 0 ? own : { ...own, translations });
}

function fileOf({ artifact, sha256 }: Decision, built: readonly Decision[]): OneFile {
  const { name, bytes, pages, browser } = artifact;
  const parts = built.filter((one) => one.artifact.partOf === name).map(partOf);
  return {
    name,
    sha256,
    bytes: bytes.byteLength,
    ...(pages === undefined ? {} : { pages }),
    ...(browser === undefined ? {} : { browser: browser.version }),
    ...(parts.length === 0 ? {} : { parts }),
  };
}

function partOf({ artifact, sha256 }: Decision) {
  return { name: artifact.name, sha256, bytes: artifact.bytes.byteLength };
}

/** Formats that were not built this time stay, and are outdated if the document has changed since. */
function onto(earlier: ManifestDocument, next: ManifestDocument): ManifestDocument {
  const isSame = factsOf(earlier) === factsOf(next);
  const kept = Object.entries(earlier.files).map(([format, file]): [string, ManifestFile] => [
    format,
    isSame ? file : outdated(file),
  ]);
  const before: ManifestDocument['files'] = Object.fromEntries(kept);
  const built = Object.entries(next.files).map(([format, file]): [string, ManifestFile] => [
    format,
    joined(before[format as keyof typeof before], file, next),
  ]);
  return { ...next, files: { ...before, ...Object.fromEntries(built) } };
}

/** Languages that were not built this time stay beside those that were, the brief's own first. */
function joined(
  earlier: ManifestFile | undefined,
  built: ManifestFile,
  { about }: ManifestDocument,
): ManifestFile {
  const stems = about?.versions.map(({ stem }) => stem) ?? [];
  const rank = ({ name }: OneFile): number => {
    const fitting = stems.filter((stem) => name.startsWith(`${stem}.`));
    return stems.indexOf(fitting.sort((a, b) => b.length - a.length)[0] ?? '');
  };
  const stayed = earlier === undefined ? [] : filesOf(earlier).filter((file) => rank(file) !== -1);
  const all = [...stayed, ...filesOf(built)].sort((a, b) => rank(a) - rank(b));
  return withTranslations(all) ?? built;
}

function filesOf({ translations = [], ...own }: ManifestFile): readonly OneFile[] {
  return [own, ...translations];
}

function outdated({ translations, ...own }: ManifestFile): ManifestFile {
  const others = translations?.map((file) => ({ ...file, outdated: true as const }));
  return { ...own, outdated: true, ...(others === undefined ? {} : { translations: others }) };
}

/** Everything but the files, as text that is equal when the facts are. */
function factsOf({ files: _, ...facts }: ManifestDocument): string {
  const sorted = (record: Record<string, string>) => Object.entries(record).sort();
  return JSON.stringify({
    ...facts,
    resources: sorted(facts.resources),
    inputs: sorted(facts.inputs),
  });
}

function filterFiles(
  files: ManifestDocument['files'],
  isKept: (file: { name: string }) => boolean,
): ManifestDocument['files'] {
  return Object.fromEntries(
    Object.entries(files).flatMap(([format, { translations = [], ...own }]) => {
      const there = [own, ...translations].filter(isKept).map(({ parts, ...file }): OneFile => {
        const kept = (parts ?? []).filter(isKept);
        return kept.length === 0 ? file : { ...file, parts: kept };
      });
      const file = withTranslations(there);
      return file === undefined ? [] : [[format, file]];
    }),
  );
}
