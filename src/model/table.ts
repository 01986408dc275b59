/** The rows of a figure, wherever they are written. */
import type { Data } from './schema/kinds.ts';
import type { Attachments, Table } from './stages.ts';

/** figure → its table: rows in the YAML, or those of the CSV it names; undefined where there is none. */
export function tableOf(figure: Data<'figure'>, attachments: Attachments): Table | undefined {
  if (figure.data === undefined) return undefined;
  if (typeof figure.data === 'string') return attachments.tables.get(figure.data);
  const columns = [...new Set(figure.data.flatMap((row) => Object.keys(row)))];
  return { columns, rows: figure.data };
}
