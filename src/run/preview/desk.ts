/**
 * The project as it is now, and what is made of it on demand: a page in full speed first, everything that
 * the rules say afterwards. What was made is kept until something changes.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type BriefOptions, compileBrief, languagesOf, renderPreview } from '../../compile.ts';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.ts';
import type { Artifact } from '../../model/document.ts';
import type { Format } from '../../model/formats.ts';
import { HostError } from '../../model/host.ts';
import { hostDiagnostic } from '../../model/host-diagnostic.ts';
import { lazy, once } from '../../model/lazy.ts';
import type { Entry } from '../../model/stages.ts';
import { judge, type Project, readRecords } from '../../read-project.ts';
import { chooseBriefs } from '../choose-briefs.ts';
import { dedupe } from '../dedupe.ts';
import { currentEdition } from '../editions/facts.ts';
import { readEditions } from '../editions/lock-files.ts';
import type { Session } from '../watch/session.ts';
import { type ConcernOf, concerns } from './brief-lines.ts';
import { keyOf } from './choice.ts';
import { locateIn } from './locate.ts';
import type { ViewChoice } from './messages.ts';
import { recordsByPlace } from './ranges.ts';
import type { Pages } from './source-view.ts';
import { type SplitPage, splitPage } from './split-page.ts';

/** The project, read once. */
export interface Reading {
  readonly project: Project;
  /** What cannot be read, does not fit or points at nothing. */
  readonly found: readonly Diagnostic[];
  readonly pages: Pages;
  readonly concern: ConcernOf;
  /**
   * What the rules say; worked out when it is first asked for. Undefined where the project has changed
   * before they had looked at all of it: nobody waits for rules about what is no more.
   */
  readonly judged: () => Promise<readonly Diagnostic[] | undefined>;
}

/** A brief, made for a page or a file. */
export interface Made<T> {
  /** Undefined where it cannot be made. */
  readonly value: T | undefined;
  /** What was said while it was made, and what kept it from being made. */
  readonly diagnostics: readonly Diagnostic[];
  readonly reading: Reading;
}

/** A file that nobody has looked into yet: for whoever writes the brief, and never released. */
export interface MadeFile {
  readonly artifact: Artifact;
  /** What the audit says of it; worked out when it is first asked for. */
  readonly audit: () => Promise<readonly Diagnostic[]>;
}

export interface Desk {
  reading(): Promise<Reading>;
  /** The page of a brief in its own language, as HTML with origins. */
  page(choice: ViewChoice): Promise<Made<SplitPage>>;
  /** What is said of a brief in its other languages as well, where it has any. */
  saidInOthers(choice: ViewChoice): Promise<readonly Diagnostic[]>;
  /** A finished file of a brief in its own language, before it is audited. */
  file(choice: ViewChoice, format: Format): Promise<Made<MadeFile>>;
  /** Something has changed: nothing of what was made is good any more. */
  clear(): void;
  /** Something may have changed: the rules step aside for a moment. */
  stir(): void;
}

/** session, address of an editor → a desk. */
export function createDesk({ host, memory }: Session, editor: string): Desk {
  let current: Promise<Reading> | undefined;
  const made = new Map<string, Promise<Made<unknown>>>();

  let stirredAtMs = 0;
  const peace = async () => {
    await setImmediate();
    while (host.clock.now() < stirredAtMs + stirredMs) await setTimeout(stirredMs / 4);
  };
  const read = async (isCurrent: () => boolean): Promise<Reading> => {
    const { value: project, diagnostics: found } = await readRecords(host, memory);
    const locate = locateIn(project, host, editor);
    const { records } = project.resolved;
    return {
      project,
      found,
      pages: { project, recordAt: once(() => recordsByPlace(records)), locate },
      concern: once(() => concerns(project)),
      judged: lazy(() => judgeInPeace(judge(host, project, memory), { isCurrent, peace })),
    };
  };
  const reading = () => {
    if (current === undefined) {
      const own: Promise<Reading> = read(() => current === own);
      current = own;
    }
    return current;
  };
  /** Made once for each choice; the same promise for whoever asks while it is under way. */
  const kept = <T>(key: string, make: () => Promise<Made<T>>): Promise<Made<T>> => {
    const found = made.get(key) ?? make();
    made.set(key, found);
    // Under one key stands what one `make` gave.
    return found as Promise<Made<T>>;
  };

  const build = async <T>(
    { brief: id, audience, paper }: ViewChoice,
    { formats, isOwnLanguageAlone = true }: Pick<BriefOptions, 'formats' | 'isOwnLanguageAlone'>,
    finish: (built: NonNullable<Awaited<ReturnType<typeof compileBrief>>['value']>) => Promise<{
      value: T | undefined;
      diagnostics: readonly Diagnostic[];
    }>,
  ): Promise<Made<T>> => {
    const now = await reading();
    const { project, found, concern } = now;
    const nothing = (diagnostics: readonly Diagnostic[]) => ({
      value: undefined,
      diagnostics,
      reading: now,
    });
    const chosen = chooseBriefs(project.resolved.records.brief, [id]);
    const [brief] = chosen.value;
    if (brief === undefined) return nothing(whyMissing(id, now, chosen.diagnostics));
    const stopping = found.filter((one) => one.severity === 'error' && concern(one, brief));
    if (stopping.length > 0) return nothing(stopping);
    try {
      const { value: editions, diagnostics: broken } = await readEditions(host.project, id, memory);
      if (broken.length > 0) return nothing(broken);
      const built = await compileBrief(host, project, brief, {
        formats,
        audience,
        paper,
        isOwnLanguageAlone,
        isAuditLate: true,
        memory,
        editionOf: (selected) => currentEdition(selected, project.resolved, editions),
      });
      if (built.value === undefined) return nothing(built.diagnostics);
      const { value, diagnostics } = await finish(built.value);
      const said = dedupe([...built.diagnostics, ...diagnostics]);
      return { value: hasErrors(diagnostics) ? undefined : value, diagnostics: said, reading: now };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return nothing([hostDiagnostic(error)]);
    }
  };

  return {
    reading,
    page: (choice) =>
      kept(keyOf(choice), () =>
        build(choice, { formats: [] }, async ({ document }) => {
          const { value, diagnostics } = await renderPreview(document);
          return { value: splitPage(value), diagnostics };
        }),
      ),
    saidInOthers: async (choice) => {
      const { project } = await reading();
      const { records } = project.resolved;
      const brief = records.brief.get(choice.brief);
      if (brief === undefined || languagesOf({ brief, records }).others.length === 0) return [];
      const made = await kept(`${keyOf(choice)} in all languages`, () =>
        build(choice, { formats: [], isOwnLanguageAlone: false }, async () => nothingMore),
      );
      return made.diagnostics;
    },
    file: (choice, format) =>
      kept(`${keyOf(choice)} ${format}`, () =>
        build(choice, { formats: [format] }, async ({ artifacts, lateAudit }) => {
          const artifact = artifacts.find((one) => one.format === format);
          const value = artifact && { artifact, audit: lazy(lateAudit) };
          return { value, diagnostics: [] };
        }),
      ),
    clear: () => {
      current = undefined;
      made.clear();
    },
    stir: () => {
      stirredAtMs = host.clock.now();
    },
  };
}

/** A rule at a time, so that a page that is asked for meanwhile need not wait for all of them. */
async function judgeInPeace(
  steps: ReturnType<typeof judge>,
  { isCurrent, peace }: { isCurrent: () => boolean; peace: () => Promise<unknown> },
): Promise<readonly Diagnostic[] | undefined> {
  while (isCurrent()) {
    const { done, value } = steps.next();
    if (done === true) return value.diagnostics;
    await peace();
  }
  return undefined;
}

/** Longer than it takes to look at what has changed, also at a thousand files. */
const stirredMs = 100;

const nothingMore = { value: undefined, diagnostics: [] };

/** A brief that cannot be read is not missing: its own mistakes say why. */
function whyMissing(
  id: string,
  { found }: Reading,
  missing: readonly Diagnostic[],
): readonly Diagnostic[] {
  const own = found.filter(
    ({ severity, span }) =>
      severity === 'error' && span?.file.replace(/\.ya?ml$/i, '') === `data/briefs/${id}`,
  );
  return own.length > 0 ? own : missing;
}

/** A brief of the project, by its id. */
export function briefOf({ project }: Reading, id: string): Entry<'brief'> | undefined {
  return project.resolved.records.brief.get(id);
}
