/**
 * The second stage: loaded values → typed records, unique per kind. The schema decides about shape;
 * what a record's words may say is for the rules.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Kind, schemas } from '../model/schema/kinds.ts';
import type { Entry, Loaded, Records } from '../model/stages.ts';
import { checkId } from './check-id.ts';
import { checkShape } from './check-shape.ts';
import { type Draft, draftsOf } from './drafts.ts';

type Building = { [K in Kind]: Map<string, Entry<K>> };

/**
 * loaded files → records. Records with mistakes in them are left out of the value. With a memory, a file
 * that is the same object as before gives the same entries.
 */
export function check(loaded: Loaded, memory: Memory = noMemory): Outcome<Records> {
  const diagnostics: Diagnostic[] = [];
  const records = emptyRecords();
  const first: Firsts = new Map();
  for (const file of loaded.files) {
    const drafts = memory.once('drafts', file, () => draftsOf(file));
    const entries = memory.once('entries', file, () => drafts.value.map(entryOf));
    diagnostics.push(...drafts.diagnostics);
    for (const [index, draft] of drafts.value.entries()) {
      const entry = entries[index] ?? entryOf(draft);
      diagnostics.push(...entry.diagnostics);
      const earlier = enter(first, draft);
      if (earlier !== undefined) diagnostics.push(duplicate(draft, earlier));
      else if (entry.value !== undefined) add(records, entry.value);
    }
  }
  if (first.get('publisher')?.has('publisher') !== true && !mentionsPublisher(loaded)) {
    const span = { file: 'data/publisher.yaml', start: 0, end: 0 };
    diagnostics.push(diagnose('publisher-missing', {}, { span }));
  }
  return { value: records, diagnostics };
}

/** Where each id stands first. */
type Firsts = Map<Kind, Map<string, Draft>>;

/** The record that has had this id before; if there is none, this is the one that has it now. */
function enter(first: Firsts, draft: Draft): Draft | undefined {
  const ofKind = first.get(draft.kind) ?? new Map<string, Draft>();
  first.set(draft.kind, ofKind);
  const earlier = ofKind.get(draft.id);
  if (earlier === undefined) ofKind.set(draft.id, draft);
  return earlier;
}

function emptyRecords(): Building {
  // One empty map a kind: what Object.fromEntries makes cannot be typed key by key.
  return Object.fromEntries(Object.keys(schemas).map((kind) => [kind, new Map()])) as Building;
}

/** A publisher in a file that could not be read, or without `publisher:` above it, is not missing as well. */
function mentionsPublisher({ files, unread = [] }: Loaded): boolean {
  return (
    unread.some((text) => /^publisher:/m.test(text)) ||
    files.some(({ value }) => Object.hasOwn(value as object, 'name'))
  );
}

function entryOf(draft: Draft): Outcome<Entry | undefined> {
  const { kind, id, file, path } = draft;
  const shape = checkShape(schemas[kind], draft.value, { kind, id, file, path });
  const diagnostics = [...checkId(draft), ...shape.diagnostics];
  if (shape.value === undefined) return { value: undefined, diagnostics };
  // The schema was chosen by `kind`, so data and kind belong together; the table cannot show it.
  return { value: { kind, id, file, path, ...shape.value } as Entry, diagnostics };
}

function add(records: Building, entry: Entry): void {
  const known: Map<string, Entry> = records[entry.kind];
  known.set(entry.id, entry);
}

function duplicate({ kind, id, file, path }: Draft, first: Draft): Diagnostic {
  const message = 'it stands here first';
  const related = [{ message, span: first.file.locateKey(first.path) }];
  return diagnose('id-duplicate', { kind, id }, { span: file.locateKey(path), related });
}
