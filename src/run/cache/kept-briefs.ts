/**
 * Briefs that need not be built again: nothing that they are made of has changed, and their documents
 * lie in the output folder as they were left.
 */
import { readManifest } from '../../compile.ts';
import { environmentCodes } from '../../model/codes/environment.ts';
import { sha256 } from '../../model/hash.ts';
import { type Host, HostError } from '../../model/host.ts';
import { createMemory, type Memory } from '../../model/memory.ts';
import type { Drawn } from '../document-facts.ts';
import type { BuildJob } from '../job.ts';
import type { BriefOutcome, Keeper, LastingOutcome } from '../session.ts';
import { inputHashes, type ProjectAtHand } from '../watch/brief-inputs.ts';
import { readEntry, writeEntry } from './cache-files.ts';
import { jobKey } from './job-key.ts';
import { hashOf, isAsKnown, type KnownFile, learnFiles } from './known-files.ts';
import { isStill, type LeftBehind } from './left-behind.ts';
import { oneLook } from './one-look.ts';

/** Plain JSON. */
interface KeptBrief extends LastingOutcome {
  /** What it was made of: name → hash. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, KnownFile>>;
  /** Hash of its part of the manifest, but for its inputs: files change without it. */
  readonly manifest: string;
  /** Files that its diagnostics point into → hash: lines move without any record being changed. */
  readonly pointedInto: Readonly<Record<string, string>>;
}

type Kept = Readonly<Record<string, KeptBrief>>;

const kind = 'briefs';

const manifestName = 'manifest.json';

/** Told why each brief is built again: names of what has changed; none where it was never built. */
export type Explain = (brief: string, changes: readonly string[]) => void;

/** What a keeper works with. */
export interface Keeping {
  readonly host: Host;
  /**
   * The host as the build sees it. What stands in for a build has looked at the project as a build does,
   * and is seen doing so; its own files are nobody's input.
   */
  readonly seen: Pick<Host, 'project'>;
  /** What the build has left in the output folder. */
  readonly left: () => LeftBehind | undefined;
  readonly explain: Explain;
}

/** what it works with, job → a keeper of its briefs. */
export async function openKeeper(
  { host, seen, left, explain }: Keeping,
  { briefs: _, ...job }: BuildJob,
): Promise<Keeper> {
  const key = jobKey(host, job);
  const kept = (await readEntry<Kept>(host.project, kind, key)) ?? {};
  const inputs = new Map<string, Readonly<Record<string, string>>>();
  return {
    find: async (briefs, project) => {
      const memory = createMemory();
      const look = { project: oneLook(seen.project) };
      const manifest = await manifestParts(host);
      const found = new Map<string, LastingOutcome>();
      for (const brief of briefs) {
        const wanted = { brief, audience: job.audience };
        const now = Object.fromEntries(await inputHashes(look, memory, project, wanted));
        inputs.set(brief.id, now);
        const before = kept[brief.id];
        const changes =
          before === undefined
            ? []
            : [
                ...changesOf(before.inputs, now),
                ...changesOf(before.pointedInto, await hashesOf(look, memory, before.pointedInto)),
              ];
        const isThere =
          before !== undefined &&
          manifest.get(keyOf(brief.id, before.drawn))?.hash === before.manifest &&
          (await areThere(host, before.outputs));
        if (isThere && changes.length === 0) found.set(brief.id, unchanged(before));
        else explain(brief.id, before === undefined || isThere ? changes : ['its documents']);
      }
      return found;
    },
    keep: async (outcomes, heldBack) => {
      const folder = left();
      const memory = createMemory();
      const look = { project: oneLook(seen.project) };
      const manifest = await manifestParts(host);
      // Another run's documents may lie there by now, and its manifest speaks of those.
      const isOurs = folder !== undefined && isStill(host.output, folder, manifestName);
      const next: Record<string, KeptBrief> = { ...kept };
      for (const [id, outcome] of outcomes) {
        const now = inputs.get(id);
        const { drawn } = outcome;
        delete next[id];
        if (!isOurs || now === undefined || drawn === undefined) continue;
        if (heldBack.has(id) || !isWhole(outcome)) continue;
        const part = manifest.get(keyOf(id, drawn));
        if (part === undefined) continue;
        const { hash, files } = part;
        const outputs = await learnFiles(host.output, folder, files.keys(), files);
        const pointedInto = await hashesOf(look, memory, filesNamedBy(outcome));
        next[id] = { ...outcome, drawn, inputs: now, manifest: hash, outputs, pointedInto };
      }
      if (outcomes.size > 0) await writeEntry(host.project, kind, key, next);
    },
  };
}

/** What a manifest says of one brief: a hash of that, and the hash of each of its files. */
interface ManifestPart {
  readonly hash: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What one document of the manifest is known by. */
function keyOf(id: string, { marking }: Pick<Drawn, 'marking'>): string {
  return `${id} ${marking}`;
}

/** Document → its part of the manifest. Empty where there is no manifest that can be read. */
async function manifestParts({ output }: Host): Promise<ReadonlyMap<string, ManifestPart>> {
  const read = await readManifest(output).catch(ifHostFailed);
  return new Map(
    (read?.value?.documents ?? [])
      // Editions that were printed again are made by nobody's build.
      .filter(({ reprint }) => reprint === undefined)
      .map((document) => {
        const hash = sha256(JSON.stringify({ ...document, inputs: {} }));
        return [keyOf(document.id, document), { hash, files: filesIn(document) }];
      }),
  );
}

/** The build tells of it when it writes there. */
function ifHostFailed(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
}

/** Wherever a name stands beside a hash, a file is meant: translations and pictures lie deeper. */
function filesIn(value: unknown, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  const { name, sha256: hash } = value as { readonly name?: unknown; readonly sha256?: unknown };
  if (typeof name === 'string' && typeof hash === 'string') found.set(name, hash);
  for (const child of Object.values(value)) filesIn(child, found);
  return found;
}

function changesOf(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]);
}

async function areThere(
  { output }: Host,
  outputs: Readonly<Record<string, KnownFile>>,
): Promise<boolean> {
  const names = Object.keys(outputs);
  const stamps = output.stamps(names);
  for (const [index, name] of names.entries()) {
    const known = outputs[name];
    if (known === undefined || !(await isAsKnown(output, name, known, stamps[index]))) return false;
  }
  return names.length > 0;
}

/** Files that its diagnostics point into, as keys. */
function filesNamedBy({ diagnostics }: BriefOutcome): Readonly<Record<string, unknown>> {
  const spans = diagnostics.flatMap(({ span, related = [] }) => [
    ...(span === undefined ? [] : [span]),
    ...related.map((one) => one.span),
  ]);
  return Object.fromEntries(spans.map(({ file }) => [file, true]));
}

/** Project, paths as keys → path → hash; none for a file that cannot be read. */
async function hashesOf(
  { project }: ProjectAtHand,
  memory: Memory,
  paths: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const path of Object.keys(paths)) {
    const hash = await hashOf(project, path, (bytes) =>
      memory.once('hash of bytes', bytes, () => sha256(bytes)),
    );
    if (hash !== undefined) hashes[path] = hash;
  }
  return hashes;
}

/** Built in full, as asked, and nothing failed that may work the next time. */
function isWhole({ result, diagnostics }: BriefOutcome): boolean {
  return (
    result.status === 'built' &&
    diagnostics.every(
      ({ code, severity }) => severity !== 'error' && !Object.hasOwn(environmentCodes, code),
    )
  );
}

function unchanged({ result, diagnostics, drawn }: LastingOutcome): LastingOutcome {
  const files = result.files.map((file) => ({ ...file, fate: 'unchanged' as const }));
  return { result: { ...result, files, timeMs: 0 }, diagnostics, drawn };
}
