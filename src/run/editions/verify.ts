/** Proves an edition: builds it again from its lock, and compares every hash. */
import { compileSelected, readProject } from '../../compile.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { Outcome } from '../../model/outcome.ts';
import { formats as allFormats } from '../../model/schema/brief.ts';
import type { Edition } from '../../model/schema/edition.ts';
import { thawEdition } from '../../thaw-edition.ts';
import { factsOf, hashOfContent } from './facts.ts';
import { lockPath, readEditions } from './lock-files.ts';
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
  const editions = await readEditions(host.project, brief);
  const chosen = editions.filter(({ edition }) => number === undefined || edition === number);
  if (chosen.length === 0) {
    const slots = { brief, edition: number === undefined ? '' : String(number) };
    return { value: [], diagnostics: [diagnose('edition-missing', slots)] };
  }
  const verdicts: Verdict[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const lock of chosen) {
    const outcome = await verifyOne(host, lock, editions);
    verdicts.push(outcome.value);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value: verdicts, diagnostics };
}

async function verifyOne(
  host: Host,
  lock: Edition,
  editions: readonly Edition[],
): Promise<Outcome<Verdict>> {
  const path = lockPath(lock.brief, lock.edition);
  const found: Diagnostic[] = [];
  let agreed = 0;
  const compare = (isSame: boolean, difference: () => Diagnostic) => {
    if (isSame) agreed += 1;
    else found.push(difference());
  };
  compare(hashOfContent(lock.content) === lock.contentHash, () =>
    diagnose('edition-broken', { file: path, problem: 'its content does not fit its hash' }),
  );
  const isLatest = editions.at(-1)?.edition === lock.edition;
  if (isLatest) {
    for (const [file, hash] of Object.entries(lock.inputs)) {
      const now = await hashOf(host, file);
      compare(now === hash, () =>
        diagnose('edition-input-changed', { file, edition: lock.edition }),
      );
    }
  }
  found.push(...toolDiffers(host, lock));
  const { value: project } = await readProject(host);
  const thawed = await thawEdition(host.project, path, lock);
  found.push(...thawed.diagnostics);
  if (thawed.value !== undefined) {
    // On the day of release nothing had taken its place yet.
    const facts = { ...factsOf(lock, editions), supersededBy: undefined };
    const built = await compileSelected(host, project, thawed.value, {
      formats: allFormats.filter((format) => lock.artifacts[format] !== undefined),
      audience: lock.audience,
      paper: lock.paper,
      editionOf: () => facts,
    });
    found.push(...built.diagnostics.filter(({ severity }) => severity === 'error'));
    if (built.value !== undefined) {
      const resources = resourcesOf(built.value);
      for (const [file, hash] of Object.entries(lock.resources)) {
        compare(resources[file] === hash, () =>
          diagnose('edition-resource-changed', { file, edition: lock.edition }),
        );
      }
      for (const [format, { name, sha256: hash }] of Object.entries(lock.artifacts)) {
        const artifact = built.value.artifacts.find((one) => one.format === format);
        const now = artifact === undefined ? undefined : sha256(artifact.bytes);
        compare(now === hash, () =>
          diagnose('edition-artifact-differs', { file: name, edition: lock.edition }),
        );
      }
    }
  }
  const isProven = !found.some(({ severity }) => severity === 'error');
  const verdict = { brief: lock.brief, edition: lock.edition, isProven, agreed };
  return { value: verdict, diagnostics: found };
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
