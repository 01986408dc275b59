/** The files that records name: pictures, logos and archived copies as bytes, CSV as tables. */
import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { entriesOf } from '../model/entries.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { parseMarkdown } from '../model/markdown.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import type { Attachments, Records, Table } from '../model/stages.ts';
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
    const table = await parseTable(path, found);
    diagnostics.push(...table.diagnostics);
    if (table.value !== undefined) tables.set(path, table.value);
  }
  return { value: { bytes, tables }, diagnostics };
}

interface Named {
  readonly path: string;
  readonly place: Place;
}

function namedFiles(records: Records): Named[] {
  return entriesOf(records).flatMap((entry) =>
    entry.leaves.flatMap((leaf): Named[] => {
      const place = placeOf(entry, leaf.path);
      if (leaf.type === 'path') return [{ path: leaf.value, place }];
      if (leaf.type === 'keyword' && leaf.value.endsWith('.csl'))
        return [{ path: leaf.value, place }];
      if (leaf.type !== 'markdown' || !leaf.value.includes('![')) return [];
      return imagesIn(leaf.value).map((path) => ({ path, place }));
    }),
  );
}

/** Pictures on other machines are refused by a rule of their own. */
function imagesIn(markdown: string): string[] {
  const paths: string[] = [];
  visit(parseMarkdown(markdown), 'image', (image: Image) => {
    if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(image.url)) paths.push(image.url);
  });
  return paths;
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
