/** CSV rows may carry a label of their own in a column called `marking`. */
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import type { Attachments, Table } from '../model/stages.ts';

/** attachments, audience → the same without rows that the audience may not see. */
export function clearTables(attachments: Attachments, audience: Marking): Attachments {
  const tables = [...attachments.tables].map(
    ([path, table]) => [path, clearTable(table, audience)] as const,
  );
  return { ...attachments, tables: new Map(tables) };
}

function clearTable(table: Table, audience: Marking): Table {
  if (!table.columns.includes('marking')) return table;
  const isShown = table.rows.map(
    ({ marking }) =>
      marking === null || marking === undefined || isCleared(markingOf(marking), audience),
  );
  const spans = table.spans?.filter((_, index) => isShown[index]);
  const rows = table.rows.filter((_, index) => isShown[index]);
  return { columns: table.columns, rows, ...(spans === undefined ? {} : { spans }) };
}
