/** The files that records name: pictures, logos and archived copies as bytes, CSV as tables. */
import { visit } from 'unist-util-visit';
import { isElsewhere } from '../model/address.ts';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { parseMarkdown } from '../model/markdown.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf, placeWithin } from '../model/place.ts';
import { remember, rememberFor } from '../model/remember.ts';
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
  for (const { path, place } of namedFiles(records)) {
    if (bytes.has(path)) continue;
    const found = await readNamed(project, path, place, diagnostics);
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

interface Named {
  readonly path: string;
  readonly place: Place;
}

function namedFiles(records: Records): Named[] {
  return entriesOf(records).flatMap(namedBy);
}

const namedBy = remember((entry: Entry): readonly Named[] =>
  entry.leaves.flatMap((leaf): Named[] => {
    const isStyle = leaf.type === 'keyword' && leaf.value.endsWith('.csl');
    if (leaf.type === 'path' || isStyle) {
      return [{ path: leaf.value, place: placeOf(entry, leaf.path) }];
    }
    if (leaf.type !== 'markdown' || !leaf.value.includes('![')) return [];
    return imagesIn(leaf.value).map(({ path, start, end }) => {
      return { path, place: placeWithin(entry, leaf.path, start, end) };
    });
  }),
);

interface NamedImage {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Pictures on other machines are refused by a rule of their own. */
function imagesIn(markdown: string): NamedImage[] {
  const tree = parseMarkdown(markdown);
  const definitions = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url));
  const images: NamedImage[] = [];
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const path = node.type === 'image' ? node.url : definitions.get(node.identifier);
    if (path === undefined || isElsewhere(path)) return;
    const start = node.position?.start.offset ?? 0;
    images.push({ path, start, end: node.position?.end.offset ?? start });
  });
  return images;
}

async function readNamed(
  project: ReadonlyFiles,
  path: string,
  place: Place,
  diagnostics: Diagnostic[],
): Promise<Uint8Array | undefined> {
  try {
    return await project.read(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const diagnostic =
      error.kind === 'file-missing'
        ? diagnose('file-missing', { file: path }, place)
        : diagnose('file-unreadable', { reason: error.message }, place);
    diagnostics.push(diagnostic);
    return undefined;
  }
}
