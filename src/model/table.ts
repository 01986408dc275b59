/** The rows of a figure, wherever they are written. */
import type { Data } from './schema/kinds.ts';
import type { Attachments, Table } from './stages.ts';

/** figure → its table: rows in the YAML, or those of the CSV it names; undefined where there is none. */
export function tableOf(figure: Data<'figure'>, attachments: Attachments): Table | undefined {
  const table = rowsOf(figure.data, attachments);
  if (table === undefined || figure.columns === undefined) return table;
  return { ...table, headings: figure.columns };
}

function rowsOf(data: Data<'figure'>['data'], attachments: Attachments): Table | undefined {
  if (data === undefined) return undefined;
  if (typeof data === 'string') return attachments.tables.get(data);
  const columns = [...new Set(data.flatMap((row) => Object.keys(row)))];
  return { columns, rows: data };
}
