/** The files that records name: pictures, logos and archived copies as bytes, CSV as tables. */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { type NamedFile, namedFiles } from '../model/named-files.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf, placeWithin } from '../model/place.ts';
import { rememberFor } from '../model/remember.ts';
import type { Attachments, Entry, Records, Table } from '../model/stages.ts';
import { parseTable } from './parse-table.ts';

/** project, records → every named file. A missing one is reported where it is named. */
export async function loadAttachments(
  project: ReadonlyFiles,
  records: Records,
): Promise<Outcome<Attachments>> {
  const bytes = new Map<string, Uint8Array>();
  const tables = new Map<string, Table>();
  const diagnostics: Diagnostic[] = [];
  const named = entriesOf(records).flatMap((entry) =>
    namedFiles(entry).map((file) => ({ entry, file })),
  );
  for (const { entry, file } of named) {
    const { path } = file;
    if (bytes.has(path)) continue;
    const found = await readNamed(project, path, () => placeIn(entry, file), diagnostics);
    if (found === undefined) continue;
    bytes.set(path, found);
    if (!/\.csv$/i.test(path)) continue;
    const table = await tableIn(found, path);
    diagnostics.push(...table.diagnostics);
    if (table.value !== undefined) tables.set(path, table.value);
  }
  return { value: { bytes, tables }, diagnostics };
}

/** Nobody changes the bytes of a file that was read, so its rows are read once. */
const tableIn = rememberFor((bytes: Uint8Array, path: string) => parseTable(path, bytes));

function placeIn(entry: Entry, { field, within }: NamedFile): Place {
  if (within === undefined) return placeOf(entry, field);
  return placeWithin(entry, field, within.start, within.end);
}

async function readNamed(
  project: ReadonlyFiles,
  path: string,
  place: () => Place,
  diagnostics: Diagnostic[],
): Promise<Uint8Array | undefined> {
  try {
    return await project.read(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const diagnostic =
      error.kind === 'file-missing'
        ? diagnose('file-missing', { file: path }, place())
        : diagnose('file-unreadable', { reason: error.message }, place());
    diagnostics.push(diagnostic);
    return undefined;
  }
}
