/**
 * A file's value → the records it means to hold, before their shape is known: a brief is a whole file
 * below `data/briefs/`, everything else stands under the key of its collection.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Collection, collections, type Kind, schemas } from '../model/schema/kinds.ts';
import type { LoadedFile } from '../model/stages.ts';
import { unreadable } from '../model/unreadable.ts';

/** Where the briefs stand: one file each, named after its id. */
const briefFolder = 'data/briefs/';

/** A record before its shape is known. */
export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** file → its drafts; reports `collection-…` and files in the wrong place. */
export function draftsOf(file: LoadedFile): Outcome<Draft[]> {
  // The loader lets nothing pass whose root is no group of fields.
  const value = file.value as Record<string, unknown>;
  const isInBriefFolder = file.path.startsWith(briefFolder);
  const misplaced = isInBriefFolder ? misplacedRecords(file, value) : misplacedBrief(file, value);
  if (misplaced !== undefined) return { value: [], diagnostics: [misplaced] };
  if (isInBriefFolder) {
    const id = file.path.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
    return { value: [{ kind: 'brief', id, file, path: [], value }], diagnostics: [] };
  }
  const outcomes = Object.entries(value).map(([key, held]) => draftsUnder(file, key, held));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  return {
    value: outcomes.flatMap((outcome) => outcome.value),
    diagnostics: firstOfKind(diagnostics),
  };
}

/** A file that names a template is a brief, wherever it lies. */
function misplacedBrief(file: LoadedFile, value: Record<string, unknown>): Diagnostic | undefined {
  if (!Object.hasOwn(value, 'template')) return undefined;
  const name = file.path.replace(/^.*\//, '');
  const span = file.locateKey(['template']);
  return diagnose('brief-misplaced', { name }, { span, path: 'template' });
}

/** A file of records among the briefs, as against a brief that lacks its template. */
function misplacedRecords(
  file: LoadedFile,
  value: Record<string, unknown>,
): Diagnostic | undefined {
  const keys = Object.keys(value);
  const isRecords = keys.every((key) => key === 'publisher' || isCollection(key));
  const [key] = keys;
  if (!isRecords || key === undefined) return undefined;
  return diagnose('records-misplaced', { key }, { span: file.locateKey([key]), path: key });
}

function draftsUnder(file: LoadedFile, key: string, value: unknown): Outcome<Draft[]> {
  if (key === 'publisher') {
    const draft: Draft = { kind: 'publisher', id: 'publisher', file, path: [key], value };
    return { value: [draft], diagnostics: [] };
  }
  const place = { span: file.locateKey([key]), path: key };
  if (!isCollection(key)) {
    const hint = homeOf(key, value) ?? suggest(key, ['publisher', ...Object.keys(collections)]);
    const where = hint === undefined ? place : { ...place, hint };
    return { value: [], diagnostics: [diagnose('collection-unknown', { key }, where)] };
  }
  if (value === null || value === unreadable) return { value: [], diagnostics: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { value: [], diagnostics: [diagnose('collection-not-mapping', { key }, place)] };
  }
  const drafts = Object.entries(value).map(([id, record]): Draft => {
    return { kind: collections[key], id, file, path: [key, id], value: record };
  });
  return { value: drafts, diagnostics: [] };
}

/** Where the name of a collection is lost, all that stood under it stands at the top. */
function firstOfKind(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const codes = new Set<string>();
  return diagnostics.filter(({ code }) => {
    const isNew = !codes.has(code);
    codes.add(code);
    return isNew || code !== 'collection-unknown';
  });
}

/** A field of the publisher, or a record by its fields → under what it belongs. */
function homeOf(key: string, value: unknown): string | undefined {
  if (isPublisherField(key)) return 'indent it under "publisher:"';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.keys(value);
  const home = Object.entries(collections).find(([, kind]) => {
    const { shape } = schemas[kind];
    return fields.length > 0 && fields.every((field) => Object.hasOwn(shape, field));
  });
  return home === undefined ? undefined : `indent it under "${home[0]}:", where it seems to belong`;
}

/** True for a key at the top of a file that would be at home one level deeper, under `publisher:`. */
function isPublisherField(key: string): boolean {
  return Object.hasOwn(schemas.publisher.shape, key) && !isCollection(key);
}

function isCollection(key: string): key is Collection {
  return Object.hasOwn(collections, key);
}
