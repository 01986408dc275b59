/**
 * Prints a released edition again, from its lock: as it was, byte for byte, or with a stamp that names
 * the edition in force. What today's labels withhold from the edition's audience is not printed again.
 */
import {
  type Built,
  type RunFacts,
  type SiteMaker,
  type WrittenFile,
  writeArtifacts,
} from '../../compile.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import type { EditionName } from '../../model/edition-facts.ts';
import type { Format } from '../../model/formats.ts';
import { sha256 } from '../../model/hash.ts';
import { type Host, HostError } from '../../model/host.ts';
import { hostDiagnostic } from '../../model/host-diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Edition } from '../../model/schema/edition.ts';
import { readRecords } from '../../read-project.ts';
import { thawEdition } from '../../thaw-edition.ts';
import { factsFrom } from '../document-facts.ts';
import { siteMakerOf } from '../site.ts';
import { frozenFormats, hashesOfArtifacts } from './artifact-hashes.ts';
import { factsOf } from './facts.ts';
import { lockPath, readEditions } from './lock-files.ts';
import { rebuild } from './rebuild.ts';
import { resourcesOf } from './resources.ts';

export interface ReprintOptions {
  /** Default: those that were released. */
  readonly formats?: readonly Format[] | undefined;
  /** No stamp, and only if every byte is as it was. Default: false. */
  readonly isAsReleased?: boolean | undefined;
  readonly onNotice?: (message: string) => void;
}

/** What was printed. */
export interface Reprint {
  readonly edition: number;
  /** The edition that the stamp names; undefined for a copy that is as it was released. */
  readonly supersededBy: EditionName | undefined;
  readonly files: readonly WrittenFile[];
}

/** How long to wait for a build that writes into the same folder. */
const lockWaitMs = 20_000;

/**
 * host, brief, number of the edition, options → what was written into the host's output folder. An edition that is still in
 * force is printed as it was released, since there is nothing to stamp.
 */
export async function reprint(
  host: Host,
  brief: string,
  number: number,
  { formats, isAsReleased = false, onNotice = () => {} }: ReprintOptions = {},
): Promise<Outcome<Reprint | undefined>> {
  const { value: editions, diagnostics: broken } = await readEditions(host.project, brief);
  if (broken.length > 0) return { value: undefined, diagnostics: broken };
  const lock = editions.find(({ edition }) => edition === number);
  if (lock === undefined) {
    const missing = diagnose('edition-missing', { brief, edition: String(number) });
    return { value: undefined, diagnostics: [missing] };
  }
  const facts = factsOf(lock, editions);
  const supersededBy = isAsReleased ? undefined : facts.supersededBy;
  const isOriginal = supersededBy === undefined;
  const wanted = formats ?? frozenFormats(lock);
  const strange = isOriginal ? notFrozen(lock, wanted) : [];
  if (strange.length > 0) return { value: undefined, diagnostics: strange };
  // Without the data as they are, nobody can know what may no longer be seen; so they must be readable.
  const { value: project, diagnostics: unreadable } = await readRecords(host);
  if (hasErrors(unreadable)) return { value: undefined, diagnostics: unreadable };
  const thawed = await thawEdition(host, lockPath(brief, number), lock);
  if (thawed.value === undefined) return { value: undefined, diagnostics: thawed.diagnostics };
  const built = await rebuild(host, lock, thawed.value, {
    formats: wanted,
    facts: { ...facts, supersededBy },
    labels: project.resolved,
  });
  if (built.value === undefined || hasErrors(built.diagnostics)) {
    return { value: undefined, diagnostics: built.diagnostics };
  }
  const different = isOriginal ? differences(lock, built.value) : [];
  if (different.length > 0) {
    return { value: undefined, diagnostics: [...built.diagnostics, ...different] };
  }
  const changed = isOriginal ? [] : lookDiffers(lock, built.value);
  const known = new Set([...project.resolved.records.brief.keys(), brief]);
  const run = await runFacts(host, lock, built.value, { isOriginal, briefs: [...known] });
  const site = siteMakerOf(host, project);
  const written = await write(host, built.value, { run, site, onNotice });
  return {
    value: { edition: lock.edition, supersededBy, files: written.value },
    diagnostics: [...built.diagnostics, ...changed, ...written.diagnostics],
  };
}

/** Only what was released can be as it was released. */
function notFrozen(lock: Edition, wanted: readonly Format[]): Diagnostic[] {
  const frozen = new Set(frozenFormats(lock));
  const { brief, edition } = lock;
  return wanted
    .filter((format) => !frozen.has(format))
    .map((format) => diagnose('edition-format-missing', { brief, edition, format }));
}

function differences(lock: Edition, { artifacts }: Built): Diagnostic[] {
  return Object.entries(hashesOfArtifacts(artifacts))
    .filter(([name, now]) => lock.artifacts[name]?.sha256 !== now.sha256)
    .map(([file]) => diagnose('edition-artifact-differs', { file, edition: lock.edition }));
}

function lookDiffers(lock: Edition, built: Built): Diagnostic[] {
  const now = resourcesOf(built);
  const count = Object.entries(lock.resources).filter(([name, hash]) => now[name] !== hash).length;
  return count === 0 ? [] : [diagnose('edition-look-differs', { edition: lock.edition, count })];
}

/** The manifest tells a copy from a build, and its lock is all that it was made from. */
async function runFacts(
  host: Host,
  lock: Edition,
  built: Built,
  { isOriginal, briefs }: { readonly isOriginal: boolean; readonly briefs: readonly string[] },
): Promise<RunFacts> {
  const path = lockPath(lock.brief, lock.edition);
  const inputs = new Map([[path, sha256(await host.project.read(path))]]);
  const kind = isOriginal ? 'as-released' : 'superseded';
  const reprint = { edition: lock.edition, kind } as const;
  return { tool: host.version, briefs, documents: [{ ...factsFrom(built, inputs), reprint }] };
}

interface Writing {
  readonly run: RunFacts;
  /** The index no longer names what this takes the place of. */
  readonly site: SiteMaker | undefined;
  readonly onNotice: (message: string) => void;
}

async function write(
  host: Host,
  { artifacts }: Built,
  { run, site, onNotice }: Writing,
): Promise<Outcome<readonly WrittenFile[]>> {
  try {
    const lock = { waitMs: lockWaitMs, onNotice };
    const { value, diagnostics } = await writeArtifacts(artifacts, run, host.output, {
      lock,
      site,
    });
    // What is worth knowing of the index is told by builds; here only what went wrong with it.
    const wrong = diagnostics.filter(({ severity }) => severity !== 'info');
    return { value: value.files, diagnostics: wrong };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { value: [], diagnostics: [hostDiagnostic(error)] };
  }
}
