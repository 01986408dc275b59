/**
 * The earlier stages in order: load, check, resolve, and what the rules say. Nothing that makes a document
 * is imported here, so a command that only asks the data a question starts without it.
 */
import {
  applyOverrides,
  checkOverrides,
  type Overridden,
  type Silenced,
} from './check/apply-overrides.ts';
import { brokenIn } from './check/broken.ts';
import { check } from './check/check.ts';
import { lintLanguage } from './check/language.ts';
import { overridableCodes } from './check/overridable.ts';
import { applyRules } from './check/rules.ts';
import { loadAttachments } from './load/attachments.ts';
import { checkHouseStyle } from './load/house-style.ts';
import { load } from './load/load.ts';
import { loadStandards } from './load/standards.ts';
import type { Host } from './model/host.ts';
import type { Memory } from './model/memory.ts';
import type { Outcome } from './model/outcome.ts';
import type { Loaded, Resolved } from './model/stages.ts';
import type { Standards } from './model/standards.ts';
import { allSteps, type Steps } from './model/steps.ts';
import { checkEvidence } from './resolve/evidence.ts';
import { resolve } from './resolve/resolve.ts';
import { checkUsage } from './resolve/usage.ts';

// A check asks it of all briefs at once, a build of each brief as it comes.
export { missingTemplates } from './load/template.ts';

/** A project that has been read and checked; briefs are built from it. */
export interface Project {
  readonly loaded: Loaded;
  readonly resolved: Resolved;
  readonly standards: Standards;
  readonly silenced: readonly Silenced[];
}

/**
 * host → the whole project: load, check, resolve. With an error in it, no brief may be built. Whoever
 * reads the same project again hands in a memory.
 */
export async function readProject(host: Host, memory?: Memory): Promise<Outcome<Project>> {
  const read = await readRecords(host, memory);
  const judged = allSteps(judge(host, read.value, memory));
  return {
    value: { ...read.value, silenced: [...read.value.silenced, ...judged.silenced] },
    diagnostics: [...read.diagnostics, ...judged.diagnostics],
  };
}

/** The first half: what cannot be read, does not fit or points at nothing. */
export async function readRecords(host: Host, memory?: Memory): Promise<Outcome<Project>> {
  const standards = await loadStandards(host.shipped, memory);
  const loaded = await load(host.project, 'data', memory);
  const records = check(loaded.value, memory);
  const attachments = await loadAttachments(host.project, records.value);
  const broken = brokenIn(loaded.value, records.value, memory);
  const style = await checkHouseStyle(host.shipped, {
    records: records.value,
    attachments: attachments.value,
  });
  const checked = { records: records.value, attachments: attachments.value, broken };
  const resolved = resolve(checked, memory);
  const weighed = applyOverrides(loaded.diagnostics, records.value, overridableCodes);
  return {
    value: {
      loaded: loaded.value,
      resolved: resolved.value,
      standards,
      silenced: weighed.silenced,
    },
    diagnostics: [
      ...weighed.diagnostics,
      ...records.diagnostics,
      ...attachments.diagnostics,
      ...style,
      ...resolved.diagnostics,
    ],
  };
}

/** The second half: what the rules say of records that were read, a rule a step. */
export function* judge(
  host: Pick<Host, 'clock'>,
  project: Project,
  memory?: Memory,
): Steps<Overridden> {
  const { resolved, standards } = project;
  const ruled = yield* applyRules(resolved, today(host));
  const used = checkUsage(resolved);
  yield;
  const rules = [...ruled, ...used, ...(yield* checkEvidence(resolved))];
  const weighed = applyOverrides(rules, resolved.records, overridableCodes);
  const linted = yield* lintLanguage({ records: resolved.records, standards, memory });
  return {
    diagnostics: [
      ...checkOverrides(resolved.records, overridableCodes),
      ...weighed.diagnostics,
      ...linted.diagnostics.filter(({ code }) => isWhole(resolved) || !needsAll.has(code)),
    ],
    silenced: [...weighed.silenced, ...linted.silenced],
  };
}

/** What is said where something stands nowhere in the data; it may stand in what could not be read. */
const needsAll: ReadonlySet<string> = new Set(['acronym-unknown', 'likelihood-scale-missing']);

function isWhole({ broken }: Resolved): boolean {
  const kinds = broken?.entries.map(({ kind }) => kind) ?? [];
  const isRead = (broken?.texts ?? []).length === 0;
  return isRead && !kinds.includes('term') && !kinds.includes('publisher');
}

/** The day of the build, or of the date that reproducible builds put in its place. */
function today({ clock }: Pick<Host, 'clock'>): string {
  return new Date(clock.sourceDateMs ?? clock.now()).toISOString().slice(0, 10);
}
