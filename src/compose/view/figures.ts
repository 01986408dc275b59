/** Figures: number, title, the chart with its data behind it, or the data as a table; and their source. */
import type { Element } from 'hast';
import type { Image, PhrasingContent, Root, Table, TableCell } from 'mdast';
import { numberIn } from '../../model/number-cell.ts';
import { remember } from '../../model/remember.ts';
import type { Data } from '../../model/schema/kinds.ts';
import type { Table as DataTable, Entry, Row } from '../../model/stages.ts';
import { tableOf } from '../../model/table.ts';
import type { DrawnFigure } from '../figures/drawn-figure.ts';
import { isDate, isMissing, isNumeric, isYears, quantityText } from '../figures/quantity.ts';
import { cellText } from '../figures/read-chart.ts';
import { printSvg } from '../images/print-svg.ts';
import { citeSlot, dateNode, pick, say, type ViewContext } from './context.ts';

/** Figures of the brief in the order in which templates print them: sections first. */
export function figureOrder(context: ViewContext): readonly string[] {
  const { sections = [], figures = [] } = context.selected.brief.data;
  const ids = [...sections.flatMap((section) => section.figures ?? []), ...figures];
  return [...new Set(ids)].filter((id) => context.records.figure.has(id));
}

/** The anchor of a figure. */
export function figureAnchor(id: string): string {
  return id.startsWith('fig-') ? id : `fig-${id}`;
}

/** A chart whose values it does not print itself has its table beside it, up to this many rows. */
const mostRowsBeside = 12;

/** What templates get of each figure. */
export function figureViews(
  context: ViewContext,
  ids: readonly string[] | undefined,
  order: readonly string[],
) {
  const { slots } = context;
  return pick(context, 'figure', ids).map((entry) => {
    const { data } = entry;
    const found = tableOf(data, context.selected.attachments);
    const rows = found === undefined || found.rows.length === 0 ? undefined : found;
    const table = rows && slots.blocks(tableNode(context, entry, rows));
    const number = order.indexOf(entry.id) + 1;
    const chart = context.charts.get(entry.id);
    const isBeside =
      chart === undefined || (!chart.isLabelled && (rows?.rows.length ?? 0) <= mostRowsBeside);
    const measure = chart === undefined ? undefined : measureOf(entry, rows);
    return {
      id: entry.id,
      anchor: figureAnchor(entry.id),
      record: `figure/${entry.id}`,
      number,
      label: slots.text(say(context, 'figureTitle', { number })),
      title: slots.text(data.title, { entry, path: ['title'] }),
      measure: slots.text(measure),
      chart: chart === undefined ? null : slots.blocks(chartNode(entry, chart)),
      table: (isBeside ? table : undefined) ?? null,
      tableBehind: (isBeside ? undefined : table) ?? null,
      hasMore: data.longDescription !== undefined || (!isBeside && table !== undefined),
      caption: slots.markdown(data.caption, { entry, path: ['caption'] }),
      description: slots.markdown(data.longDescription, { entry, path: ['longDescription'] }),
      missing: slots.text(rows === undefined ? undefined : missingNote(context, entry, rows)),
      // A chart says what it counts below its title, or at its numbers.
      unit: chart === undefined ? slots.text(data.unit, { entry, path: ['unit'] }) : null,
      source: citeSlot(context, data.source),
      sourceTitle: slots.text(sourceTitle(context, entry)),
    };
  });
}

function sourceTitle(context: ViewContext, { data }: Entry<'figure'>): string | undefined {
  const source = data.source === undefined ? undefined : context.records.source.get(data.source);
  return source?.data['title-short'] ?? source?.data.title;
}

/** The picture as every renderer knows it, with the drawing for those that can do better. */
function chartNode(
  { id, data }: Entry<'figure'>,
  { drawing }: DrawnFigure,
): Root['children'][number] {
  const image: Image = {
    type: 'image',
    url: addressOf(drawing.wide),
    alt: data.alt,
    data: { picture: { fileName: `${figureAnchor(id)}.svg`, ...sizeOf(drawing), drawing } },
  };
  return { type: 'paragraph', children: [image] };
}

/** A drawing as a data URL. One that is remembered comes again with every save. */
const addressOf = remember(
  (svg: Element) => `data:image/svg+xml;base64,${Buffer.from(printSvg(svg)).toString('base64')}`,
);

function sizeOf({ wide }: DrawnFigure['drawing']) {
  return { widthPx: Number(wide.properties.width), heightPx: Number(wide.properties.height) };
}

/** What the numbers of a chart are: the heading of their column, and the unit where that leaves it out. */
function measureOf({ data }: Entry<'figure'>, table: DataTable | undefined): string | undefined {
  const { kind, unit, columns = {} } = data;
  if (kind === 'timeline') return undefined;
  const column = table && valueColumn(data, table);
  const heading = column === undefined ? undefined : columns[column];
  // A percent sign stands at every number.
  if (unit === '%') return heading;
  if (heading === undefined || unit === undefined) return heading ?? unit;
  const isSaid = heading.toLowerCase().includes(unit.toLowerCase());
  return isSaid ? heading : `${heading} (${unit})`;
}

/** The column that is drawn as numbers. */
function valueColumn({ x, y }: Data<'figure'>, table: DataTable): string | undefined {
  const isValue = (column: string | undefined): column is string =>
    column !== undefined && isNumeric(table, column) && !isYears(table, column);
  return [y, x].find(isValue);
}

/** With more than these, their number is enough. */
const mostNamed = 6;

/** Which values are not known: a dash in a table, a gap in a line. */
function missingNote(
  context: ViewContext,
  { data }: Entry<'figure'>,
  table: DataTable,
): string | undefined {
  const [first = ''] = table.columns;
  const value =
    data.kind === undefined || data.kind === 'table' ? undefined : valueColumn(data, table);
  const names =
    value === data.x ? [data.y, data.series, data.facet] : [data.x, data.series, data.facet];
  const missing = table.rows.flatMap((row) => {
    if (value !== undefined) {
      const words = names.flatMap((name) => (name ? [cellText(context, table, row, name)] : []));
      return isMissing(row[value]) ? [words.join(', ')] : [];
    }
    return printedColumns(data, table)
      .filter((column) => isNumeric(table, column) && isMissing(row[column]))
      .map((column) => `${cellText(context, table, row, first)}, ${heading(data, column)}`);
  });
  if (missing.length === 0) return undefined;
  if (missing.length > mostNamed) return say(context, 'missingMany', { count: missing.length });
  return say(context, 'missingNote', { what: missing.join('; ') });
}

function tableNode(context: ViewContext, { data }: Entry<'figure'>, table: DataTable): Table {
  const columns = printedColumns(data, table);
  const percent = data.unit === '%' ? valueColumn(data, table) : undefined;
  const heads = columns.map((column) => cell({ type: 'text', value: heading(data, column) }));
  const rows = table.rows.map((row) => ({
    type: 'tableRow' as const,
    children: columns.map((column) => cell(cellNode(context, table, row, column, percent))),
  }));
  return {
    type: 'table',
    align: columns.map((column) =>
      isNumeric(table, column) && !isYears(table, column) ? 'right' : null,
    ),
    children: [{ type: 'tableRow', children: heads }, ...rows],
  };
}

function printedColumns(data: Data<'figure'>, table: DataTable): string[] {
  const columns = data.columns === undefined ? table.columns : Object.keys(data.columns);
  return columns.filter((column) => column !== 'marking');
}

/** `first_seen` → `First seen`, where the figure gives no heading of its own. */
function heading(data: Data<'figure'>, column: string): string {
  const words = column.replaceAll(/[_-]+/g, ' ');
  return data.columns?.[column] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function cell(...children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

/** Numbers are written for the language of the brief; years and dates are dates; nothing is a dash. */
function cellNode(
  context: ViewContext,
  table: DataTable,
  row: Row,
  column: string,
  percent: string | undefined,
): PhrasingContent {
  const value = row[column];
  if (isMissing(value)) return { type: 'text', value: '–' };
  if (isDate(value)) return dateNode(context, value);
  const quantity = column === percent ? numberIn(value) : undefined;
  const text =
    quantity === undefined
      ? cellText(context, table, row, column)
      : quantityText(quantity, '%', context.lang);
  return { type: 'text', value: text };
}
