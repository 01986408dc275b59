/** Freezes an edition: builds it once more with its number, and writes its lock file. */
import { type Built, compileBrief, discreet } from '../../compile.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import { suggest } from '../../model/did-you-mean.ts';
import type { Artifact } from '../../model/document.ts';
import { type Content, contentOf } from '../../model/edition-content.ts';
import type { EditionFacts } from '../../model/edition-facts.ts';
import { sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { Marking } from '../../model/marking.ts';
import { compareCodePoints } from '../../model/order.ts';
import type { Outcome } from '../../model/outcome.ts';
import { placeOf } from '../../model/place.ts';
import type { Edition } from '../../model/schema/edition.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { Entry, Selected } from '../../model/stages.ts';
import { type Project, readProject } from '../../read-project.ts';
import { build } from '../build.ts';
import { hashesOfArtifacts } from './artifact-hashes.ts';
import { compareContents } from './compare.ts';
import { hashOfContent } from './facts.ts';
import { readEditions, writeEdition } from './lock-files.ts';
import { resourcesOf } from './resources.ts';
import { retractedBetween } from './retractions.ts';

/** Formats whose bytes an edition vouches for. */
const formats = ['md', 'html', 'pdf'] as const;

export interface Release {
  readonly edition: Edition;
  /** Path of the lock file. */
  readonly path: string;
}

export interface ReleaseOptions {
  /** Default: the brief's own label. */
  readonly audience?: Marking | undefined;
  /** The day of release, `YYYY-MM-DD`. Default: today. */
  readonly day?: string | undefined;
}

/** host, brief, options → the new edition, or `undefined` and why there is none. */
export async function release(
  host: Host,
  id: string,
  { audience, day }: ReleaseOptions = {},
): Promise<Outcome<Release | undefined>> {
  const { value: project, diagnostics } = await readProject(host);
  const outcome = await releaseFrom(host, { project, diagnostics }, id, { audience, day });
  if (audience === undefined) return outcome;
  // What is said while releasing for an audience may be read by it.
  const { resolved, loaded } = project;
  return {
    ...outcome,
    diagnostics: discreet(outcome.diagnostics, resolved, loaded.files, audience),
  };
}

async function releaseFrom(
  host: Host,
  {
    project,
    diagnostics,
  }: { readonly project: Project; readonly diagnostics: readonly Diagnostic[] },
  id: string,
  { audience, day }: ReleaseOptions,
): Promise<Outcome<Release | undefined>> {
  const brief = project.resolved.records.brief.get(id);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const refused = brief === undefined ? missing(project, id) : notFinal(brief);
  if (brief === undefined || refused !== undefined) {
    return { value: undefined, diagnostics: refused === undefined ? diagnostics : [refused] };
  }
  const { value: editions, diagnostics: broken } = await readEditions(host.project, id);
  if (broken.length > 0) return { value: undefined, diagnostics: broken };
  let facts: EditionFacts | undefined;
  let draft: Omit<Edition, 'artifacts' | 'resources' | 'inputs' | 'browser'> | undefined;
  let unchangedSince: number | undefined;
  const built = await compileBrief(host, project, brief, {
    formats,
    audience,
    editionOf: (selected) => {
      const content = contentOf(selected, project.resolved);
      const last = editions.findLast((one) => one.audience === selected.audience);
      const contentHash = hashOfContent(content);
      if (last?.contentHash === contentHash) unchangedSince = last.edition;
      const released = day ?? new Date(host.clock.now()).toISOString().slice(0, 10);
      const since = last && { edition: last.edition, released: last.released };
      const changes =
        last === undefined
          ? []
          : compareContents(
              last.content,
              content,
              retractedBetween(
                editions,
                last.edition,
                Number.POSITIVE_INFINITY,
                project.resolved.records,
              ),
            );
      const number = (editions.at(-1)?.edition ?? 0) + 1;
      facts = { number, since, changes };
      draft = {
        edition: number,
        brief: id,
        released,
        tool: host.version,
        ...(host.clock.sourceDateMs === undefined ? {} : { sourceDateMs: host.clock.sourceDateMs }),
        audience: selected.audience,
        paper: 'A4',
        contentHash,
        ...(since === undefined ? {} : { since, changes }),
        content,
      };
      return facts;
    },
  });
  if (unchangedSince !== undefined) {
    const slots = { brief: id, edition: unchangedSince };
    return { value: undefined, diagnostics: [diagnose('release-unchanged', slots)] };
  }
  if (
    built.value === undefined ||
    draft === undefined ||
    hasErrors(built.diagnostics) ||
    !isComplete(built.value.artifacts)
  ) {
    return { value: undefined, diagnostics: built.diagnostics };
  }
  const edition = freeze(draft, built.value, project);
  const path = await writeEdition(host.project, edition);
  // What lies in the output folder becomes the edition that was just released.
  const written = await build(host, {
    briefs: [id],
    ...(audience === undefined ? {} : { audience }),
  });
  const errors = written.diagnostics.filter(({ severity }) => severity === 'error');
  return { value: { edition, path }, diagnostics: [...built.diagnostics, ...errors] };
}

/** Every format, each in as many languages as the others. */
function isComplete(artifacts: readonly Artifact[]): boolean {
  const counts = new Set(
    formats.map((wanted) => artifacts.filter(({ format }) => format === wanted).length),
  );
  return counts.size === 1 && !counts.has(0);
}

function freeze(
  draft: Omit<Edition, 'artifacts' | 'resources' | 'inputs' | 'browser'>,
  built: Built,
  project: Project,
): Edition {
  const browser = built.artifacts.find((artifact) => artifact.browser !== undefined)?.browser;
  const { content, ...head } = draft;
  return {
    ...head,
    paper: built.document.look.paper,
    ...(browser === undefined ? {} : { browser: browser.version }),
    inputs: inputsOf(built.selected, content, project),
    resources: resourcesOf(built),
    artifacts: hashesOfArtifacts(built.artifacts),
    content,
  };
}

/** The files that the frozen records stand in, and no others. */
function inputsOf({ records, attachments }: Selected, content: Content, { loaded }: Project) {
  const entries = Object.entries(content).flatMap(([kind, byId]) =>
    Object.keys(byId).flatMap((id): Entry[] => {
      const known: ReadonlyMap<string, Entry> = records[kind as Kind];
      const entry = known.get(id);
      return entry === undefined ? [] : [entry];
    }),
  );
  const holding = new Set(entries.map(({ file }) => file.path));
  const named = new Set(entries.flatMap(({ leaves }) => leaves.map(({ value }) => value)));
  const hashes = [
    ...loaded.files
      .filter(({ path }) => holding.has(path))
      .map(({ path, text }): [string, string] => [path, sha256(text)]),
    ...[...attachments.bytes]
      .filter(([path]) => named.has(path))
      .map(([path, bytes]): [string, string] => [path, sha256(bytes)]),
  ];
  return Object.fromEntries(hashes.sort(([a], [b]) => compareCodePoints(a, b)));
}

function missing({ resolved }: Project, id: string): Diagnostic {
  const hint = suggest(id, [...resolved.records.brief.keys()]);
  return diagnose('brief-missing', { id }, hint === undefined ? {} : { hint });
}

function notFinal(brief: Entry<'brief'>): Diagnostic | undefined {
  const status = brief.data.status ?? 'draft';
  if (status === 'final') return undefined;
  return diagnose('release-not-final', { brief: brief.id, status }, placeOf(brief, ['status']));
}
