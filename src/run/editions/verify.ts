/** Proves an edition: builds it again from its lock, and compares every hash. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Edition } from '../../model/schema/edition.ts';
import { thawEdition } from '../../thaw-edition.ts';
import { frozenFormats, hashesOfArtifacts } from './artifact-hashes.ts';
import { factsOf, hashOfContent } from './facts.ts';
import { lockPath, readEditions } from './lock-files.ts';
import { rebuild } from './rebuild.ts';
import { resourcesOf } from './resources.ts';

/** What was compared, and how it came out. */
export interface Verdict {
  readonly brief: string;
  readonly edition: number;
  readonly isProven: boolean;
  /** How many hashes agreed: inputs, resources and artifacts. */
  readonly agreed: number;
}

/** host, brief, edition (all of them, if left out) → verdicts; reports whatever differs, by name. */
export async function verify(
  host: Host,
  brief: string,
  number?: number,
): Promise<Outcome<readonly Verdict[]>> {
  const { value: editions, diagnostics: broken } = await readEditions(host.project, brief);
  const chosen = editions.filter(({ edition }) => number === undefined || edition === number);
  if (chosen.length === 0) {
    if (broken.length > 0) return { value: [], diagnostics: broken };
    const slots = { brief, edition: number === undefined ? '' : String(number) };
    return { value: [], diagnostics: [diagnose('edition-missing', slots)] };
  }
  const verdicts: Verdict[] = [];
  const diagnostics: Diagnostic[] = [...broken];
  for (const lock of chosen) {
    const outcome = await verifyOne(host, lock, editions);
    verdicts.push(outcome.value);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value: verdicts, diagnostics };
}

/** Hashes of one kind, and what to say of one that differs. */
interface Comparison {
  readonly locked: Readonly<Record<string, string>>;
  readonly now: Readonly<Record<string, string | undefined>>;
  readonly code: 'edition-input-changed' | 'edition-resource-changed' | 'edition-artifact-differs';
}

async function verifyOne(
  host: Host,
  lock: Edition,
  editions: readonly Edition[],
): Promise<Outcome<Verdict>> {
  const { brief, edition } = lock;
  const path = lockPath(brief, edition);
  const isWhole = hashOfContent(lock.content) === lock.contentHash;
  const said: Diagnostic[] = isWhole
    ? []
    : [diagnose('edition-broken', { file: path, problem: 'its content does not fit its hash' })];
  said.push(...toolDiffers(host, lock));
  const comparisons = [await compareInputs(host, lock, editions)];
  const thawed = await thawEdition(host, path, lock);
  said.push(...thawed.diagnostics);
  if (thawed.value !== undefined) {
    // On the day of release nothing had taken its place yet.
    const facts = { ...factsOf(lock, editions), supersededBy: undefined };
    const formats = frozenFormats(lock);
    const built = await rebuild(host, lock, thawed.value, { formats, facts });
    said.push(...built.diagnostics.filter(({ severity }) => severity === 'error'));
    if (built.value !== undefined) {
      const now = resourcesOf(built.value);
      comparisons.push({ locked: lock.resources, now, code: 'edition-resource-changed' });
      comparisons.push({
        locked: hashesIn(lock.artifacts),
        now: hashesIn(hashesOfArtifacts(built.value.artifacts)),
        code: 'edition-artifact-differs',
      });
    }
  }
  const compared = comparisons.map((one) => compare(one, edition));
  said.push(...compared.flatMap(({ diagnostics }) => diagnostics));
  const agreed = compared.reduce((sum, { value }) => sum + value, isWhole ? 1 : 0);
  const isProven = !said.some(({ severity }) => severity === 'error');
  return { value: { brief, edition, isProven, agreed }, diagnostics: said };
}

/** How many hashes agree, and which do not. */
function compare({ locked, now, code }: Comparison, edition: number): Outcome<number> {
  const differing = Object.keys(locked).filter((file) => now[file] !== locked[file]);
  return {
    value: Object.keys(locked).length - differing.length,
    diagnostics: differing.map((file) => diagnose(code, { file, edition })),
  };
}

/** Data files go on changing for the next edition, so only the last one for an audience vouches for them. */
async function compareInputs(
  host: Host,
  lock: Edition,
  editions: readonly Edition[],
): Promise<Comparison> {
  const last = editions.findLast(({ audience }) => audience === lock.audience);
  const locked = last?.edition === lock.edition ? lock.inputs : {};
  const files = Object.keys(locked);
  const hashes = await Promise.all(files.map((file) => hashOf(host, file)));
  const now = Object.fromEntries(files.map((file, index) => [file, hashes[index]]));
  return { locked, now, code: 'edition-input-changed' };
}

function hashesIn(artifacts: Edition['artifacts']): Record<string, string> {
  return Object.fromEntries(Object.entries(artifacts).map(([name, one]) => [name, one.sha256]));
}

function toolDiffers(host: Host, { tool, edition }: Edition): Diagnostic[] {
  if (tool === host.version) return [];
  return [diagnose('edition-tool-differs', { edition, before: tool, now: host.version })];
}

/** Hash of a data file as the manifest counts it: text with LF line ends, other files byte by byte. */
async function hashOf(host: Host, file: string): Promise<string | undefined> {
  if ((await host.project.size(file)) === undefined) return undefined;
  const bytes = await host.project.read(file);
  if (!/\.ya?ml$/i.test(file)) return sha256(bytes);
  return sha256(new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
}
