/** Checks of tables: every header says what it heads, every row has its cells. */

import { diagnose } from '../../../model/diagnostic.ts';
import { textOf } from '../../../model/pdf/text-string.ts';
import { PdfString } from '../../../model/pdf/values.ts';
import { shortened } from '../../shortened.ts';
import type { Rule } from '../rule.ts';
import { spokenText } from '../spoken-text.ts';
import { attributeOf, pageOf, type Tag, tagsIn, withRole } from '../tags.ts';

export const tableRules: readonly Rule[] = [
  {
    code: 'pdf-table-headless',
    requirement: 'every table has header cells',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.5 (tables should include headers); ISO 32000-1, table 337',
    check: (view) => {
      const tables = withRole(view.tags, /^Table$/);
      if (tables.length === 0) return undefined;
      return tables
        .filter((table) => !rowsOf(table).some((row) => tagsIn(row).some(isHeader)))
        .map((table) =>
          diagnose('pdf-table-headless', { table: shortened(spokenText(view, table)) }),
        );
    },
  },
  {
    code: 'pdf-header-cell-unscoped',
    requirement: 'every header cell says what it heads, by scope or by name',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.5; Matterhorn 15-003',
    check: (view) => {
      const cells = withRole(view.tags, /^TH$/);
      if (cells.length === 0) return undefined;
      const named = new Set(withRole(view.tags, /^T[HD]$/).flatMap(headersOf));
      return cells
        .filter((cell) => attributeOf(cell, 'Table', 'Scope') === undefined)
        .filter(({ id }) => id === undefined || !named.has(id))
        .map((cell) =>
          diagnose('pdf-header-cell-unscoped', { cell: shortened(spokenText(view, cell)) }),
        );
    },
  },
  {
    code: 'pdf-table-irregular',
    requirement: 'all rows of a table have the same number of cells, spans counted',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.2 and 7.5; ISO 32000-1, 14.8.4.3.4',
    check: ({ tags, pages }) => {
      const tables = withRole(tags, /^Table$/);
      if (tables.length === 0) return undefined;
      return tables.flatMap((table) => {
        const widths = widthsOf(rowsOf(table));
        const row = widths.findIndex((width) => width !== widths[0]) + 1;
        if (row === 0) return [];
        const page = pages.find(({ ref }) => ref === pageOf(table))?.number ?? 1;
        return [diagnose('pdf-table-irregular', { page, row })];
      });
    },
  },
];

function isHeader({ role }: Tag): boolean {
  return role === 'TH';
}

function headersOf(cell: Tag): string[] {
  const headers = attributeOf(cell, 'Table', 'Headers');
  if (!Array.isArray(headers)) return [];
  return headers.filter((value) => value instanceof PdfString).map((value) => textOf(value));
}

function rowsOf(table: Tag): readonly Tag[] {
  return tagsIn(table).flatMap((kid) => {
    if (kid.role === 'TR') return [kid];
    return /^T(?:Head|Body|Foot)$/.test(kid.role ?? '') ? rowsOf(kid) : [];
  });
}

/** Columns that each row fills, those that cells of earlier rows reach down into included. */
function widthsOf(rows: readonly Tag[]): readonly number[] {
  /** Column → rows that a cell above still fills. */
  let reaching: number[] = [];
  return rows.map((row) => {
    const width = [...reaching];
    const next = reaching.map((left) => left - 1);
    let column = 0;
    for (const cell of tagsIn(row)) {
      while ((reaching[column] ?? 0) > 0) column += 1;
      const columns = spanOf(cell, 'ColSpan');
      for (let index = column; index < column + columns; index += 1) {
        width[index] = 1;
        next[index] = spanOf(cell, 'RowSpan') - 1;
      }
      column += columns;
    }
    reaching = next;
    return width.filter((filled) => filled > 0).length;
  });
}

function spanOf(cell: Tag, key: 'ColSpan' | 'RowSpan'): number {
  const span = attributeOf(cell, 'Table', key);
  // More than a thousand columns is a trap, not a table.
  return typeof span === 'number' ? Math.min(Math.max(span, 1), 1000) : 1;
}
