/** Adds sources to a data file: from a file of a reference manager, or from a DOI or an address. */
import { parse } from 'yaml';
import type { Host } from '../../../model/host.ts';
import { proposeId } from '../../../model/propose-id.ts';
import type { Project } from '../../../read-project.ts';
import { insertSource, type NewRecord } from './insert-source.ts';
import { formOf, readReferences } from './read-references.ts';
import { sourceId } from './source-id.ts';
import { sourceRecord } from './source-record.ts';

/** What to add from. */
export type Reference =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'doi'; readonly doi: string }
  | { readonly kind: 'url'; readonly url: string };

/** What came of it. */
export type Added =
  | { readonly kind: 'added'; readonly ids: readonly string[]; readonly notices: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: string; readonly advice: string };

/** Text of an operand that is a DOI or an address → which; undefined for the name of a file. */
export function referenceIn(operand: string): Reference | undefined {
  const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(operand)?.[1];
  if (doi !== undefined) return { kind: 'doi', doi };
  return /^https?:\/\/\S+$/i.test(operand) ? { kind: 'url', url: operand } : undefined;
}

/** host, project, reference, path of a data file → the file with the sources in it. */
export async function addSource(
  host: Host,
  project: Project,
  reference: Reference,
  path: string,
): Promise<Added> {
  const read = await recordsOf(reference, host);
  if (read.kind === 'refused') return read;
  const taken = new Set([...project.resolved.records.source.keys()]);
  for (const { id } of project.resolved.broken?.entries ?? []) taken.add(id);
  const isThere = (await host.project.size(path)) !== undefined;
  const before = isThere ? new TextDecoder().decode(await host.project.read(path)) : '';
  for (const id of idsIn(before)) taken.add(id);
  let text = before.replace(/\r\n?/g, '\n');
  const ids: string[] = [];
  for (const { id: wanted, fields, comment } of read.records) {
    const id = sourceId(wanted === undefined ? fields : { title: wanted }, taken);
    const next = insertSource(text, { id, fields, comment });
    if (next === undefined) {
      return refused(`${path} cannot be read`, '"brief check" says where its mistake is');
    }
    text = next;
    taken.add(id);
    ids.push(id);
  }
  await host.project.write(path, new TextEncoder().encode(text));
  return { kind: 'added', ids, notices: read.notices };
}

interface ReadRecords {
  readonly kind: 'read';
  readonly records: readonly (Omit<NewRecord, 'id'> & { readonly id?: string | undefined })[];
  readonly notices: readonly string[];
}

type Refused = Extract<Added, { readonly kind: 'refused' }>;

async function recordsOf(reference: Reference, host: Host): Promise<ReadRecords | Refused> {
  switch (reference.kind) {
    case 'doi':
      return stub(`doi ${reference.doi}`, {
        type: 'document',
        title: `Untitled (${reference.doi})`,
        DOI: reference.doi,
      });
    case 'url': {
      const { hostname, pathname } = new URL(reference.url);
      const words = `${hostname.replace(/^www\./, '')} ${pathname.split('/').at(-1) ?? ''}`;
      return stub(proposeId(words) ?? 'page', {
        type: 'webpage',
        title: `Untitled (${hostname})`,
        accessed: new Date(host.clock.now()).toISOString().slice(0, 10),
        URL: reference.url,
      });
    }
    case 'file':
      return readFile(reference);
  }
}

/** Only what the reference itself says: nothing is looked up. */
function stub(id: string, fields: Readonly<Record<string, unknown>>): ReadRecords {
  const comment = 'Fill in the title, the authors, the date and the type: nothing was looked up.';
  const notices = ['nothing is looked up on the net: fill in the title, the authors and the date'];
  return { kind: 'read', records: [{ id, fields, comment }], notices };
}

async function readFile({
  name,
  text,
}: Extract<Reference, { readonly kind: 'file' }>): Promise<ReadRecords | Refused> {
  const advice = 'export it again as BibTeX (.bib), RIS (.ris) or CSL-JSON (.json)';
  const form = formOf(name, text);
  if (form === undefined) return refused(`${name} holds no references that can be read`, advice);
  const items = await readReferences(text, form);
  if (items === undefined || items.length === 0) {
    return refused(`${name} holds no references that can be read`, advice);
  }
  const converted = items.map(sourceRecord);
  const records = converted.map(({ fields }) => ({ fields }));
  const notices = converted.flatMap((one) =>
    one.notices.map((notice) => `${String(one.fields.title)}: ${notice}`),
  );
  return { kind: 'read', records, notices };
}

function refused(problem: string, advice: string): Refused {
  return { kind: 'refused', problem, advice };
}

/** Ids in the very file, also where the project could not be read as a whole. */
function idsIn(text: string): readonly string[] {
  try {
    const value: unknown = parse(text);
    if (typeof value !== 'object' || value === null || !('sources' in value)) return [];
    return Object.keys(value.sources ?? {});
  } catch {
    // A file with a mistake in its YAML is refused when the source is put in.
    return [];
  }
}
