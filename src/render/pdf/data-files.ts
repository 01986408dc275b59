/**
 * What goes along inside a PDF: the brief's data as JSON, the same bytes as `--to json`, and the rows of
 * each figure as CSV. Both come from the graph that the audience may see, so they hold nothing above the
 * label of the document.
 */
import { stringify } from 'csv-stringify/sync';
import type { Composed } from '../../model/document.ts';
import { compareCodePoints } from '../../model/order.ts';
import type { Row } from '../../model/stages.ts';
import { labelOf } from '../html/labels.ts';
import { renderJson } from '../json.ts';
import type { Attachment } from './attach.ts';

type Document = Pick<Composed, 'meta' | 'graph'>;

/** document → its files, none where the brief or the publisher says `attachData: false`. */
export function dataFiles(document: Document): readonly Attachment[] {
  if (!isWanted(document)) return [];
  const { meta, graph } = document;
  const json: Attachment = {
    name: `${meta.fileStem}.json`,
    mediaType: 'application/json',
    bytes: renderJson(document).value.bytes,
    description: `${labelOf(meta, 'figureData')}: ${meta.title}`,
    relationship: 'Source',
  };
  const figures = Object.entries(graph.figure ?? {}).sort(([a], [b]) => compareCodePoints(a, b));
  const tables = figures.flatMap(([id, { title, data }]): Attachment[] => {
    const rows = rowsOf(data);
    if (rows.length === 0) return [];
    return [
      {
        name: `${meta.fileStem}.${id}.csv`,
        mediaType: 'text/csv',
        bytes: new TextEncoder().encode(csvOf(rows)),
        description: `${labelOf(meta, 'figureData')}: ${String(title)}`,
        relationship: 'Data',
      },
    ];
  });
  return [json, ...tables];
}

/** A brief says so itself, or its publisher for all of them. A document without its graph has no data. */
function isWanted({ meta, graph }: Document): boolean {
  const brief = graph.brief?.[meta.id];
  const [publisher] = Object.values(graph.publisher ?? {});
  // The graph is plain data that has passed the schema.
  const defaults = publisher?.defaults as { readonly attachData?: boolean } | undefined;
  return brief !== undefined && (brief.attachData ?? defaults?.attachData ?? true) === true;
}

function rowsOf(data: unknown): readonly Row[] {
  return Array.isArray(data) ? (data as readonly Row[]) : [];
}

/** Rows → CSV with the columns as they are named in the data; UTF-8 with BOM. Source: RFC 4180. */
function csvOf(rows: readonly Row[]): string {
  // The label of a row is for the select stage, which has used it.
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => column !== 'marking',
  );
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])));
  return stringify([columns, ...lines], { bom: true, record_delimiter: '\r\n' });
}

/** Numbers stay as they are; text that a spreadsheet would take for a formula is disarmed. */
function cellOf(cell: Row[string] | undefined): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  const isFormula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && Number.isNaN(Number(text));
  return isFormula ? `'${text}` : text;
}
