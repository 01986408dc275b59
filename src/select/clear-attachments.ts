/** The files of a project → those that shown records name, tables without the rows that are withheld. */
import { entriesOf } from '../model/entries.ts';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { pathsNamedBy } from '../model/named-files.ts';
import type { Attachments, Records, Table } from '../model/stages.ts';

/** attachments, what is shown, audience → the attachments that may be shown. */
export function clearAttachments(
  { bytes, tables }: Attachments,
  records: Records,
  audience: Marking,
): Attachments {
  if (bytes.size === 0 && tables.size === 0) return { bytes, tables };
  const paths = pathsNamedBy(entriesOf(records));
  const named = [...bytes].filter(([path]) => paths.has(path));
  const cleared = [...tables]
    .filter(([path]) => paths.has(path))
    .map(([path, table]) => [path, clearTable(table, audience)] as const);
  const isWhole = new Map(
    cleared.map(([path, table]) => [path, table.rows.length === tables.get(path)?.rows.length]),
  );
  return {
    // The bytes of a table would bring back the rows that were taken out of it.
    bytes: new Map(named.filter(([path]) => isWhole.get(path) !== false)),
    tables: new Map(cleared),
  };
}

/** Rows may carry a label of their own in a column called `marking`. */
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
