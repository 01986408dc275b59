/** Figures: number, title, the data as a table, and where they come from. */
import type { PhrasingContent, Table, TableCell } from 'mdast';
import { parseDate } from '../../model/edtf.ts';
import type { Table as DataTable, Entry, Row } from '../../model/stages.ts';
import { tableOf } from '../../model/table.ts';
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

/** What templates get of each figure. */
export function figureViews(
  context: ViewContext,
  ids: readonly string[] | undefined,
  order: readonly string[],
) {
  const { slots } = context;
  return pick(context, 'figure', ids).map((entry) => {
    const { data } = entry;
    const table = tableOf(data, context.selected.attachments);
    const number = order.indexOf(entry.id) + 1;
    return {
      id: entry.id,
      anchor: figureAnchor(entry.id),
      record: `figure/${entry.id}`,
      number,
      label: slots.text(say(context, 'figureTitle', { number })),
      title: slots.text(data.title, { entry, path: ['title'] }),
      caption: slots.markdown(data.caption, { entry, path: ['caption'] }),
      description: slots.markdown(data.longDescription, { entry, path: ['longDescription'] }),
      unit: slots.text(data.unit, { entry, path: ['unit'] }),
      source: citeSlot(context, data.source),
      sourceTitle: slots.text(sourceTitle(context, entry)),
      table: table === undefined ? null : slots.blocks(tableNode(context, entry, table)),
    };
  });
}

function sourceTitle(context: ViewContext, { data }: Entry<'figure'>): string | undefined {
  const source = data.source === undefined ? undefined : context.records.source.get(data.source);
  return source?.data['title-short'] ?? source?.data.title;
}

function tableNode(context: ViewContext, { data }: Entry<'figure'>, table: DataTable): Table {
  const columns = (data.columns ? Object.keys(data.columns) : [...table.columns]).filter(
    (column) => column !== 'marking',
  );
  const isNumeric = (column: string) =>
    table.rows.some((row) => typeof row[column] === 'number') &&
    table.rows.every((row) => row[column] === null || typeof row[column] !== 'string');
  const heads = columns.map((column) => cell({ type: 'text', value: heading(data, column) }));
  const rows = table.rows.map((row) => ({
    type: 'tableRow' as const,
    children: columns.map((column) => cell(...cellNodes(context, row, column))),
  }));
  return {
    type: 'table',
    align: columns.map((column) => (isNumeric(column) ? 'right' : null)),
    children: [{ type: 'tableRow', children: heads }, ...rows],
  };
}

/** `first_seen` → `First seen`, where the figure gives no heading of its own. */
function heading(data: Entry<'figure'>['data'], column: string): string {
  const words = column.replaceAll(/[_-]+/g, ' ');
  return data.columns?.[column] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function cell(...children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

/** Numbers are written for the language of the brief; years and dates are dates; nothing is a dash. */
function cellNodes(context: ViewContext, row: Row, column: string): PhrasingContent[] {
  const value = row[column];
  if (value === null || value === undefined || value === '') return [{ type: 'text', value: '–' }];
  if (typeof value === 'number') {
    const isYear =
      Number.isInteger(value) && value >= 1900 && value <= 2100 && /year|date/i.test(column);
    const text = isYear
      ? String(value)
      : new Intl.NumberFormat(context.lang, { maximumFractionDigits: 20 }).format(value);
    return [{ type: 'text', value: text }];
  }
  if (
    typeof value === 'string' &&
    /^\d{4}(?:-\d{2}){0,2}(?:\/\d{4}(?:-\d{2}){0,2})?[~?]?$/.test(value)
  ) {
    if (parseDate(value).ok) return [dateNode(context, value)];
  }
  return [{ type: 'text', value: String(value) }];
}
