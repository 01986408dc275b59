/** Tables: a header row that repeats on every page, rows that stay whole, columns by their content. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Table as TableNode, TableRow as TableRowNode } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { rowHeights } from '../../row-heights.ts';
import type { Block, Context, Place } from '../context.ts';
import { spokenBy } from '../inline.ts';
import { paragraphOf } from '../paragraph.ts';
import { columnWidths } from './column-widths.ts';

/** From this many columns on the text of a table is set small. */
const denseColumns = 10;
/** So many rows of a long table stay together at either end, as in print. */
const rowsTogether = 3;

/** Regions whose tables have their row's name in the first column, as on the HTML page. */
const rowHeaderRoles: ReadonlySet<string> = new Set([
  'figure',
  'table-wide',
  'source-card',
  'scale-key',
]);
/** Regions in which a line below the table belongs to it. */
const closeRoles: ReadonlySet<string> = new Set(['figure', 'table-wide']);

/** mdast table → table in the style `BriefTable`; an empty header row is left out. */
export function table(context: Context, node: TableNode, place: Place): Block[] {
  const [head, ...body] = node.children;
  if (head === undefined) return [];
  const hasHead = head.children.some((cell) => plainTextOf(cell).trim() !== '');
  const rows = hasHead ? node.children : body;
  if (rows.length === 0) return [];
  const columns = Math.max(...rows.map((row) => row.children.length));
  const widths = columnWidths(rows, columns, place.width, columns >= denseColumns);
  const hasRowHeaders = place.role !== undefined && rowHeaderRoles.has(place.role);
  const heights = rowHeights(rows);
  const made = new Table({
    style: 'BriefTable',
    width: { size: place.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: place.voice.dir === 'rtl',
    tableLook: { firstRow: hasHead, firstColumn: hasRowHeaders, noHBand: true, noVBand: true },
    ...(place.indent === 0 ? {} : { indent: { size: place.indent, type: WidthType.DXA } }),
    rows: rows.map((row, index) =>
      rowOf(context, row, place, {
        isHead: hasHead && index === 0,
        isFirst: index === 0,
        isLast: index === rows.length - 1,
        isBound:
          !heights.isLong ||
          (heights.rows[index] === 'usual' && isNearEnd(index, hasHead ? 1 : 0, rows.length)),
        isParted: heights.rows[index] === 'parted',
        columns,
        hasRowHeaders,
        align: node.align ?? [],
      }),
    ),
  });
  const isClose = place.role !== undefined && closeRoles.has(place.role);
  return isClose ? [made] : [made, new Paragraph({ style: 'Spacer' })];
}

interface RowFacts {
  readonly isHead: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Keeps to the row below it. */
  readonly isBound: boolean;
  readonly isParted: boolean;
  readonly columns: number;
  readonly hasRowHeaders: boolean;
  readonly align: readonly (string | null | undefined)[];
}

function rowOf(context: Context, row: TableRowNode, place: Place, facts: RowFacts): TableRow {
  const { isHead, isFirst, isLast, isBound, columns } = facts;
  const isClose = place.role !== undefined && closeRoles.has(place.role);
  return new TableRow({
    cantSplit: !facts.isParted,
    ...(isHead ? { tableHeader: true } : {}),
    children: Array.from({ length: columns }, (_, index) => {
      const cell = row.children[index];
      const isHeader = isHead || (index === 0 && facts.hasRowHeaders);
      const voice = cell === undefined ? place.voice : spokenBy(cell, place.voice);
      const inCell: Place = {
        ...place,
        voice,
        style: styleOf(isHeader, columns),
        indent: 0,
        anchors: isFirst && index === 0 ? place.anchors : [],
        // The head stays with the first row, the last row with the line that says where it is from,
        // a short table in one piece, and of a long one the rows near its ends.
        keepNext: isHead || (isLast ? isClose : isBound && facts.hasRowHeaders),
      };
      const alignment = alignmentOf(facts.align[index]);
      return new TableCell({
        children: [
          paragraphOf(
            context,
            cell?.children ?? [],
            inCell,
            alignment === undefined ? {} : { alignment },
          ),
        ],
      });
    }),
  });
}

/** Whether a row of a long table must not be the last of a page: few stand above it, or few below. */
function isNearEnd(index: number, first: number, count: number): boolean {
  return index < first + rowsTogether - 1 || index >= count - rowsTogether;
}

function styleOf(isHeader: boolean, columns: number): string {
  if (isHeader) return columns >= denseColumns ? 'TableHeadingDense' : 'TableHeading';
  return columns >= denseColumns ? 'TableTextDense' : 'TableText';
}

function alignmentOf(align: string | null | undefined) {
  if (align === 'right') return AlignmentType.END;
  return align === 'center' ? AlignmentType.CENTER : undefined;
}
