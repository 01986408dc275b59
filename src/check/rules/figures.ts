/** Figures: there is something to draw, the columns exist, and each cell is what its column needs. */
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { suggest } from '../../model/did-you-mean.ts';
import { parseDate } from '../../model/edtf.ts';
import { markings } from '../../model/marking.ts';
import { numberIn } from '../../model/number-cell.ts';
import { placeOf, placeOfKey } from '../../model/place.ts';
import type { Attachments, Entry, Table } from '../../model/stages.ts';
import { tableOf } from '../../model/table.ts';
import { choiceHint } from '../choice-hint.ts';
import { dateDiagnostic } from '../date-diagnostic.ts';
import { shorten } from '../field-words.ts';
import type { RuleContext } from './rule.ts';

/** Kinds that are drawn along two axes. */
const charts = new Set(['bar', 'line', 'area', 'dot']);

/** records → `figure-incomplete`, `table-…`, `field-choice` and `date-invalid` in rows. */
export function checkFigures({ checked }: RuleContext): Diagnostic[] {
  return [...checked.records.figure.values()].flatMap((entry) => [
    ...missingParts(entry),
    ...checkTable(entry, checked.attachments),
  ]);
}

function missingParts(entry: Entry<'figure'>): Diagnostic[] {
  const { kind = 'table', data, spec, x, y } = entry.data;
  const say = (problem: string) => [diagnose('figure-incomplete', { problem }, placeOfKey(entry))];
  if (kind === 'vega-lite') {
    return spec === undefined ? say('a vega-lite figure needs its "spec:"') : [];
  }
  if (data === undefined) return say('the figure has no "data:"');
  if (charts.has(kind) && (x === undefined || y === undefined)) {
    return say(`a ${kind} chart needs "x:" and "y:", the columns to draw it from`);
  }
  if (kind === 'timeline' && x === undefined) {
    return say('a timeline needs "x:", the column with the dates');
  }
  return [];
}

function checkTable(entry: Entry<'figure'>, attachments: Attachments): Diagnostic[] {
  const table = tableOf(entry.data, attachments);
  if (table === undefined) return [];
  if (table.rows.length === 0) {
    const problem = 'the figure has no rows to show';
    return [diagnose('figure-incomplete', { problem }, placeOf(entry, ['data']))];
  }
  const { kind = 'table', x, y } = entry.data;
  return [
    ...missingColumns(entry, table),
    ...checkMarks(entry, table),
    ...(charts.has(kind) ? [x, y] : []).flatMap((column) =>
      column === undefined ? [] : checkNumbers(entry, table, column),
    ),
    ...(kind === 'timeline' && x !== undefined ? checkDates(entry, table, x) : []),
  ];
}

function missingColumns(entry: Entry<'figure'>, table: Table): Diagnostic[] {
  const { x, y, series, facet, columns = {} } = entry.data;
  const named = Object.entries({ x, y, series, facet }).flatMap(([field, column]) =>
    column === undefined ? [] : [{ column, place: placeOf(entry, [field]) }],
  );
  const headed = Object.keys(columns).map((column) => {
    return { column, place: placeOfKey(entry, ['columns', column]) };
  });
  return [...named, ...headed]
    .filter(({ column }) => !table.columns.includes(column))
    .map(({ column, place }) => {
      const hint = suggest(column, table.columns);
      const where = hint === undefined ? place : { ...place, hint };
      return diagnose('table-column-missing', { column }, where);
    });
}

/** A row whose label is misspelt would vanish for everybody, and one misnamed would be shown to all. */
function checkMarks(entry: Entry<'figure'>, table: Table): Diagnostic[] {
  const misnamed = table.columns
    .filter((column) => column !== 'marking' && /^(?:marking|markings|tlp)$/i.test(column))
    .map((column) => {
      const row = table.rows.findIndex((one) => Object.hasOwn(one, column));
      return diagnose('table-marking-misnamed', { column }, placeOfCell(entry, table, row, column));
    });
  const unknown = cellsOf(entry, table, 'marking').flatMap(({ value, place }) => {
    if (markings.some((marking) => marking === value)) return [];
    const found = String(value);
    const hint = choiceHint(found, markings);
    const slots = { field: 'marking', found: shorten(found) };
    return [diagnose('field-choice', slots, { ...place, hint })];
  });
  return [...misnamed, ...unknown];
}

/** Of the two axes one may hold names or dates, so a column is taken for numbers once it holds one. */
function checkNumbers(entry: Entry<'figure'>, table: Table, column: string): Diagnostic[] {
  const cells = cellsOf(entry, table, column);
  const holdsNumbers = cells.some(({ value }) => typeof value === 'number');
  return cells.flatMap(({ value, place }) => {
    if (numberIn(value) !== undefined) return [];
    const text = String(value);
    const isNumber = /^[-+−]?\d[\d.,'’ \u00A0\u202F]*(?:%|per ?cent)?$/.test(text);
    if (!isNumber && (!holdsNumbers || parseDate(text).ok)) return [];
    return [diagnose('table-cell-not-number', { column, found: shorten(text) }, place)];
  });
}

function checkDates(entry: Entry<'figure'>, table: Table, column: string): Diagnostic[] {
  return cellsOf(entry, table, column).flatMap(
    ({ value, place }) => dateDiagnostic(String(value), place) ?? [],
  );
}

interface Cell {
  readonly value: string | number | boolean;
  readonly place: Place;
}

/** Cells of a column that hold anything. */
function cellsOf(entry: Entry<'figure'>, table: Table, column: string): Cell[] {
  return table.rows.flatMap((row, index) => {
    const value = Object.hasOwn(row, column) ? row[column] : undefined;
    if (value === null || value === undefined) return [];
    return [{ value, place: placeOfCell(entry, table, index, column) }];
  });
}

/** In the YAML the cell itself, in a CSV its line. */
function placeOfCell(entry: Entry<'figure'>, table: Table, row: number, column: string): Place {
  const span = table.spans?.[row];
  return span === undefined ? placeOf(entry, ['data', row, column]) : { span };
}
