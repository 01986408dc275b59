/** Figures: the columns that a chart is drawn from exist, and there is something to draw. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { suggest } from '../../model/did-you-mean.ts';
import { placeOf, placeOfKey } from '../../model/place.ts';
import type { Checked, Entry } from '../../model/stages.ts';
import { tableOf } from '../../model/table.ts';

/** Kinds that are drawn along two axes. */
const charts = new Set(['bar', 'line', 'area', 'dot']);

/** records → `figure-incomplete`, `table-column-missing`. */
export function checkFigures(checked: Checked): Diagnostic[] {
  return [...checked.records.figure.values()].flatMap((entry) => [
    ...missingParts(entry),
    ...missingColumns(entry, checked),
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

function missingColumns(entry: Entry<'figure'>, { attachments }: Checked): Diagnostic[] {
  const table = tableOf(entry.data, attachments);
  if (table === undefined) return [];
  const named: [string, string | undefined][] = [
    ['x', entry.data.x],
    ['y', entry.data.y],
    ['series', entry.data.series],
    ['facet', entry.data.facet],
    ...Object.keys(entry.data.columns ?? {}).map((column): [string, string] => ['columns', column]),
  ];
  return named.flatMap(([field, column]) => {
    if (column === undefined || table.columns.includes(column)) return [];
    const place =
      field === 'columns' ? placeOfKey(entry, [field, column]) : placeOf(entry, [field]);
    const hint = suggest(column, table.columns);
    return [
      diagnose('table-column-missing', { column }, hint === undefined ? place : { ...place, hint }),
    ];
  });
}
