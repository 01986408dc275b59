/**
 * The second stage: loaded values → typed records, unique per kind. The schema decides about shape;
 * what a record's words may say is for the rules.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Collection, collections, type Kind, schemas } from '../model/schema/kinds.ts';
import type { Entry, Loaded, LoadedFile, Records } from '../model/stages.ts';
import { checkId } from './check-id.ts';
import { checkShape } from './check-shape.ts';

/** Where the briefs stand: one file each, named after its id. */
const briefFolder = 'data/briefs/';

type Building = { [K in Kind]: Map<string, Entry<K>> };

/** loaded files → records. Records with mistakes in them are left out of the value. */
export function check(loaded: Loaded): Outcome<Records> {
  const diagnostics: Diagnostic[] = [];
  const records = emptyRecords();
  for (const file of loaded.files) {
    for (const draft of draftsOf(file, diagnostics)) addRecord(records, draft, diagnostics);
  }
  if (records.publisher.size === 0 && !mentionsPublisher(loaded)) {
    const file = 'data/publisher.yaml';
    diagnostics.push(diagnose('publisher-missing', {}, { span: { file, start: 0, end: 0 } }));
  }
  return { value: records, diagnostics };
}

/** A record before its shape is known. */
interface Draft {
  readonly kind: Kind;
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: readonly string[];
  readonly value: unknown;
}

function emptyRecords(): Building {
  // One empty map a kind: what Object.fromEntries makes cannot be typed key by key.
  return Object.fromEntries(Object.keys(schemas).map((kind) => [kind, new Map()])) as Building;
}

/** A publisher that failed its own check is not missing as well. */
function mentionsPublisher(loaded: Loaded): boolean {
  return loaded.files.some(
    ({ value }) => typeof value === 'object' && value !== null && 'publisher' in value,
  );
}

function draftsOf(file: LoadedFile, diagnostics: Diagnostic[]): Draft[] {
  if (file.path.startsWith(briefFolder)) {
    const id = file.path.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
    return [{ kind: 'brief', id, file, path: [], value: file.value }];
  }
  const drafts: Draft[] = [];
  for (const [key, value] of Object.entries(file.value as Record<string, unknown>)) {
    if (key === 'publisher') {
      drafts.push({ kind: 'publisher', id: 'publisher', file, path: [key], value });
    } else if (isCollection(key)) {
      drafts.push(...collectionDrafts(file, key, value, diagnostics));
    } else {
      const hint = suggest(key, ['publisher', ...Object.keys(collections)]);
      const place = { span: file.locateKey([key]), path: key, ...(hint ? { hint } : {}) };
      diagnostics.push(diagnose('collection-unknown', { key }, place));
    }
  }
  return drafts;
}

function isCollection(key: string): key is Collection {
  return Object.hasOwn(collections, key);
}

function collectionDrafts(
  file: LoadedFile,
  key: Collection,
  value: unknown,
  diagnostics: Diagnostic[],
): Draft[] {
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) {
    const place = { span: file.locateKey([key]), path: key };
    diagnostics.push(diagnose('collection-not-mapping', { key }, place));
    return [];
  }
  return Object.entries(value).map(([id, record]) => ({
    kind: collections[key],
    id,
    file,
    path: [key, id],
    value: record,
  }));
}

function addRecord(records: Building, draft: Draft, diagnostics: Diagnostic[]): void {
  const { kind, id, file, path } = draft;
  diagnostics.push(...checkId(draft));
  const shape = checkShape(schemas[kind], draft.value, { kind, id, file, path });
  diagnostics.push(...shape.diagnostics);
  const known: Map<string, Entry> = records[kind];
  const first = known.get(id);
  if (first !== undefined) {
    const span = file.locateKey(path);
    const related = [{ message: 'it stands here first', span: first.file.locateKey(first.path) }];
    diagnostics.push(diagnose('id-duplicate', { kind, id }, { span, related }));
    return;
  }
  if (shape.value === undefined) return;
  // The schema was chosen by `kind`, so data and kind belong together; the table cannot show it.
  const entry = { kind, id, file, path, ...shape.value } as Entry;
  known.set(id, entry);
}
