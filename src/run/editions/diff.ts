/** Compares two editions, or an edition with the data as they are now. */
import { compileBrief } from '../../compile.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import { type Content, contentOf } from '../../model/edition-content.ts';
import type { Host } from '../../model/host.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Change, Edition } from '../../model/schema/edition.ts';
import type { Records, Selected } from '../../model/stages.ts';
import { readProject } from '../../read-project.ts';
import { compareContents } from './compare.ts';
import { readEditions } from './lock-files.ts';
import { retractedBetween } from './retractions.ts';

/** A change with the words that were taken out and put in. */
export interface Redline extends Change {
  readonly words?: readonly {
    readonly text: string;
    readonly kind: 'same' | 'added' | 'removed';
  }[];
}

export interface Comparison {
  readonly brief: string;
  /** `edition 1`, or `now`. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Redline[];
}

/**
 * host, brief, numbers of two editions → what changed. Without numbers: the last edition against the
 * data as they are; with one: that edition against the data.
 */
export async function diffEditions(
  host: Host,
  brief: string,
  from?: number,
  to?: number,
): Promise<Outcome<Comparison | undefined>> {
  const { value: editions, diagnostics: broken } = await readEditions(host.project, brief);
  if (broken.length > 0) return { value: undefined, diagnostics: broken };
  const older = from === undefined ? editions.at(-1) : numbered(editions, from);
  if (older === undefined) return { value: undefined, diagnostics: [missing(brief, from)] };
  const newer =
    to === undefined ? await contentNow(host, brief, older) : editionContent(editions, to, brief);
  if (newer.value === undefined) return { value: undefined, diagnostics: newer.diagnostics };
  const retracted = retractedBetween(
    editions,
    older.edition,
    to ?? Number.POSITIVE_INFINITY,
    newer.records,
  );
  const found = compareContents(older.content, newer.value, retracted);
  const changes = await Promise.all(found.map(redline));
  const comparison = {
    brief,
    from: `edition ${older.edition}`,
    to: to === undefined ? 'now' : `edition ${to}`,
    changes,
  };
  return { value: comparison, diagnostics: [] };
}

/** The newer side: its content, and what can tell why something went. */
interface Newer extends Outcome<Content | undefined> {
  readonly records?: Records | undefined;
}

function numbered(editions: readonly Edition[], number: number): Edition | undefined {
  return editions.find(({ edition }) => edition === number);
}

function missing(brief: string, number: number | undefined): Diagnostic {
  return diagnose('edition-missing', {
    brief,
    edition: number === undefined ? '' : String(number),
  });
}

function editionContent(editions: readonly Edition[], number: number, brief: string): Newer {
  const found = numbered(editions, number);
  if (found === undefined) return { value: undefined, diagnostics: [missing(brief, number)] };
  return { value: found.content, diagnostics: [] };
}

/** The data as they are, for the audience that the older edition was made for. */
async function contentNow(host: Host, id: string, { audience }: Edition): Promise<Newer> {
  const { value: project, diagnostics } = await readProject(host);
  const brief = project.resolved.records.brief.get(id);
  if (brief === undefined)
    return { value: undefined, diagnostics: [diagnose('brief-missing', { id })] };
  // A retraction is an error in a final brief, and just what a comparison has to show.
  const blocking = diagnostics.filter(({ code }) => code !== 'retracted-cited');
  if (hasErrors(blocking)) return { value: undefined, diagnostics: blocking };
  let seen: Selected | undefined;
  await compileBrief(host, project, brief, {
    formats: [],
    audience,
    editionOf: (selected) => {
      seen = selected;
      return undefined;
    },
  });
  const { records } = project.resolved;
  return { value: seen && contentOf(seen, project.resolved), diagnostics: [], records };
}

/** Finds the words that differ. The library is loaded by need. */
async function redline(change: Change): Promise<Redline> {
  if (change.what !== 'reworded' || change.from === undefined || change.to === undefined)
    return change;
  const { diffWordsWithSpace } = await import('diff');
  const words = diffWordsWithSpace(change.from, change.to).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
  }));
  return { ...change, words };
}
