/**
 * Tables: header cells with a scope, numbers set to the end of their column, and a frame that scrolls
 * sideways on small screens instead of cutting off.
 */
import type { Element, ElementContent } from 'hast';
import type { Table, TableCell, TableRow } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { rowHeights } from '../../row-heights.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { withData } from '../with-data.ts';
import { longText, shortColumns } from './short-columns.ts';

/** From this many columns on a table may scroll, so a keyboard must be able to reach it. */
const scrollingColumns = 4;
/** From this many columns on a printed table needs a small size and may break words anywhere. */
const denseColumns = 10;
/** From this many on it needs the long side of the sheet. */
const turnedColumns = 16;
/** From this many on, the smallest size. */
const crowdedColumns = 20;
/** A run of this many letters without a break may be wider than its column. */
const longWord = /\S{24}/u;
/** A number as people print it, with sign, unit sign, range or a dash for "none". */
const numeric = /^[-+−–~≈<>≤≥]?[\s\u00A0]?[\p{Sc}]?\d[\d\s.,\u00A0\u2009\u202F–-]*[%‰]?$|^[–—]$/u;

/** Regions whose tables have their row's name in the first column. */
const rowHeaderRoles: ReadonlySet<string> = new Set([
  'figure',
  'table-wide',
  'source-card',
  'scale-key',
]);

/**
 * mdast table → `div.table-frame > table`. An empty header row is left out; in a figure or a source
 * card the first cell of each row is its header. Tables of many columns are set small, over the whole
 * width, and from sixteen columns on printed across the sheet, so that none of them is cut off. Long ones
 * (`long`) are parted between rows where a page ends, short ones are not.
 */
export const table: Handle<Table> = (context, state, node, parent) => {
  const [head, ...rows] = node.children;
  if (head === undefined) return undefined;
  const columns = Math.max(...node.children.map((row) => row.children.length));
  const hasRowHeaders = parent?.type === 'region' && rowHeaderRoles.has(parent.role);
  const classes = Array.from({ length: columns }, (_, index) => columnClass(node, rows, index));

  const heights = rowHeights(node.children);
  const short =
    hasRowHeaders && columns < denseColumns ? shortColumns(node.children, columns) : new Set();

  const row = (cells: TableRow, at: number): Element => {
    const isHead = at === 0;
    const height = heights.rows[at];
    return element(
      'tr',
      isHead || height === undefined || height === 'usual' ? {} : { className: [height] },
      Array.from({ length: columns }, (_, index) => {
        const scope = isHead ? 'col' : index === 0 && hasRowHeaders ? 'row' : undefined;
        return cell(state, cells.children[index], scope, [
          classes[index],
          short.has(index) ? 'short' : undefined,
        ]);
      }),
    );
  };

  const parts: Element[] = [];
  const hasHead = head.children.some((child) => plainTextOf(child).trim() !== '');
  if (hasHead) parts.push(element('thead', {}, [row(head, 0)]));
  if (rows.length > 0)
    parts.push(
      element(
        'tbody',
        {},
        rows.map((cells, index) => row(cells, index + 1)),
      ),
    );

  return element(
    'div',
    {
      className: ['table-frame', ...(heights.isLong ? ['long'] : []), ...frameClasses(columns)],
      ...(columns < scrollingColumns || context.purpose === 'print'
        ? {}
        : { tabIndex: 0, role: 'group', ariaLabel: context.label('table') }),
    },
    [element('table', densityOf(columns), parts)],
  );
};

function frameClasses(columns: number): readonly string[] {
  if (columns >= turnedColumns) return ['wide', 'turned'];
  return columns >= denseColumns ? ['wide'] : [];
}

function densityOf(columns: number): { className?: string[] } {
  if (columns >= crowdedColumns) return { className: ['dense', 'crowded'] };
  return columns >= denseColumns ? { className: ['dense'] } : {};
}

function cell(
  state: State,
  node: TableCell | undefined,
  scope: 'col' | 'row' | undefined,
  columnClasses: readonly (string | undefined)[],
): Element {
  const children: ElementContent[] = node === undefined ? [] : state.all(node);
  const className = columnClasses.filter((name) => name !== undefined);
  const words = node === undefined ? '' : plainTextOf(node);
  if (longWord.test(words)) className.push('breakable');
  else if (words.length > longText) className.push('wordy');
  // An empty corner is no header of anything.
  const isHeader = scope !== undefined && children.length > 0;
  const properties = {
    ...(isHeader ? { scope } : {}),
    ...(className.length === 0 ? {} : { className }),
  };
  const made = element(isHeader ? 'th' : 'td', properties, children);
  return node === undefined ? made : withData(node, made);
}

/** `number` where every filled cell below the head is one, else the column's own alignment. */
function columnClass(table: Table, rows: readonly TableRow[], index: number): string | undefined {
  const align = table.align?.[index];
  if (align === 'right') return 'number';
  if (align === 'center') return 'centre';
  if (align === 'left' || index === 0) return undefined;
  const filled = rows
    .map((row) => row.children[index])
    .map((node) => (node === undefined ? '' : plainTextOf(node).trim()))
    .filter((value) => value !== '');
  return filled.length > 0 && filled.every((value) => numeric.test(value)) ? 'number' : undefined;
}
