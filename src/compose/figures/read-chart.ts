/** A figure's record and its rows → what its chart says. Reports rows that cannot be drawn. */
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { earliestDay, latestDay, parseDate } from '../../model/edtf.ts';
import { numberIn } from '../../model/number-cell.ts';
import type { Outcome } from '../../model/outcome.ts';
import { placeOf } from '../../model/place.ts';
import type { Data } from '../../model/schema/kinds.ts';
import type { Entry, Row, Table } from '../../model/stages.ts';
import { dateText, say, type ViewContext } from '../view/context.ts';
import type { Chart, Panel, Plot, Point, Step, TimelineEvent } from './chart.ts';
import { mostSeries } from './colours.ts';
import { isDate, isMissing, isNumeric, isTime, isYears, quantityText } from './quantity.ts';

/** figure, its rows → chart; undefined for a table, for a figure without rows, and where an error was found. */
export function readChart(
  context: ViewContext,
  entry: Entry<'figure'>,
  table: Table | undefined,
): Outcome<Chart | undefined> {
  const { data } = entry;
  const rows = table?.rows.map(({ marking: _, ...row }) => row);
  if (data.kind === 'vega-lite') {
    const { spec } = data;
    return { value: spec && { type: 'custom', spec, rows }, diagnostics: [] };
  }
  if (table === undefined || table.rows.length === 0) return { value: undefined, diagnostics: [] };
  const reader = new Reader(context, entry, table);
  const chart = data.kind === 'timeline' ? reader.timeline() : reader.plot();
  const isSound = reader.diagnostics.length === 0;
  return { value: isSound ? chart : undefined, diagnostics: reader.diagnostics };
}

const plotKinds = ['bar', 'line', 'area', 'dot'] as const;

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #context: ViewContext;
  readonly #entry: Entry<'figure'>;
  readonly #data: Data<'figure'>;
  readonly #table: Table;

  constructor(context: ViewContext, entry: Entry<'figure'>, table: Table) {
    this.#context = context;
    this.#entry = entry;
    this.#data = entry.data;
    this.#table = table;
  }

  timeline(): Chart | undefined {
    const { x, y } = this.#data;
    if (x === undefined) return undefined;
    const words = y ?? this.#table.columns.find((column) => column !== x && column !== 'marking');
    const events = this.#table.rows.map((row, index): TimelineEvent => {
      const cell = row[x];
      const text = words === undefined ? '' : this.#text(row, words);
      if (isMissing(cell)) return { date: this.#missing(), text, from: undefined, to: undefined };
      const date = parseDate(String(cell));
      const printed = dateText(this.#context, String(cell)).text;
      if (!date.ok) {
        this.#report('figure-date-unreadable', index, x, row);
        return { date: printed, text, from: undefined, to: undefined };
      }
      const [from, to] = [momentOf(earliestDay(date.date)), momentOf(latestDay(date.date), 1)];
      return { date: printed, text, from, to };
    });
    return { type: 'timeline', events };
  }

  plot(): Chart | undefined {
    const { x, y, series, facet, stacked = false } = this.#data;
    const kind = plotKinds.find((one) => one === this.#data.kind);
    if (x === undefined || y === undefined || kind === undefined) return undefined;
    const isAcross = (kind === 'bar' || kind === 'dot') && this.#runsAcross(x, y);
    const [stepColumn, valueColumn] = isAcross ? [y, x] : [x, y];
    const isFree = kind === 'line' || kind === 'area';
    const { scale, steps, stepOf } = this.#steps(stepColumn, isFree);
    const seriesNames = this.#names(series);
    const panelNames = this.#names(facet);
    const taken = new Set<string>();
    const points = this.#table.rows.map((row, index) => {
      const panel = facet === undefined ? 0 : panelNames.indexOf(this.#text(row, facet));
      const at = {
        step: stepOf(row),
        series: series === undefined ? 0 : seriesNames.indexOf(this.#text(row, series)),
      };
      const key = `${panel} ${at.series} ${at.step}`;
      if (taken.has(key)) this.#reportDouble(index, [facet, series, stepColumn], row);
      taken.add(key);
      return { panel, point: { ...at, ...this.#value(row, index, valueColumn) } };
    });
    const panels = (facet === undefined ? [undefined] : panelNames).map(
      (title, index): Panel => ({
        title,
        points: points.filter(({ panel }) => panel === index).map(({ point }) => point),
      }),
    );
    const isStacked = kind === 'area' ? seriesNames.length > 1 : kind === 'bar' && stacked;
    const plot: Plot = {
      type: 'plot',
      kind,
      isAcross,
      isStacked,
      scale,
      steps,
      series: seriesNames,
      panels,
    };
    this.#checkSeries(plot);
    this.#checkStacks(plot);
    return plot;
  }

  /** Values run across where only `x` has numbers, be it among mistakes; years are no values. */
  #runsAcross(x: string, y: string): boolean {
    const isValue = (column: string) =>
      this.#table.rows.some((row) => numberIn(row[column]) !== undefined) &&
      !isYears(this.#table, column);
    return isValue(x) && !isValue(y);
  }

  #steps(column: string, isFree: boolean) {
    const { rows } = this.#table;
    const scale = !isFree
      ? 'names'
      : isTime(this.#table, column)
        ? 'time'
        : isNumeric(this.#table, column)
          ? 'numbers'
          : 'names';
    const steps = new Map<string, Step>();
    for (const row of rows) {
      const text = this.#text(row, column);
      if (!steps.has(text)) steps.set(text, { text, at: positionOf(row[column], scale) });
    }
    const sorted = [...steps.values()];
    if (scale !== 'names') sorted.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    const indexes = new Map(sorted.map(({ text }, index) => [text, index]));
    const stepOf = (row: Row) => indexes.get(this.#text(row, column)) ?? 0;
    return { scale, steps: sorted, stepOf } as const;
  }

  /** Values of a column in the order in which they come. */
  #names(column: string | undefined): string[] {
    if (column === undefined) return [];
    return [...new Set(this.#table.rows.map((row) => this.#text(row, column)))];
  }

  /** A cell as it is printed. */
  #text(row: Row, column: string): string {
    return cellText(this.#context, this.#table, row, column);
  }

  #value(row: Row, index: number, column: string): Pick<Point, 'value' | 'text'> {
    const cell = row[column];
    if (isMissing(cell)) return { value: null, text: this.#missing() };
    const quantity = numberIn(cell);
    if (quantity === undefined) {
      this.#report('figure-value-not-number', index, column, row);
      return { value: null, text: '' };
    }
    const text = quantityText(quantity, this.#data.unit, this.#context.lang);
    return { value: quantity.value, text };
  }

  #missing(): string {
    return say(this.#context, 'missing');
  }

  #place(index: number, column: string): Place {
    const path = typeof this.#data.data === 'string' ? ['data'] : ['data', index, column];
    return placeOf(this.#entry, path);
  }

  #report(
    code: 'figure-value-not-number' | 'figure-date-unreadable',
    index: number,
    column: string,
    row: Row,
  ): void {
    const slots = { column, value: String(row[column]) };
    this.diagnostics.push(diagnose(code, slots, this.#place(index, column)));
  }

  #reportDouble(index: number, columns: readonly (string | undefined)[], row: Row): void {
    const named = columns.filter((column) => column !== undefined);
    const what = named.map((column) => `"${this.#text(row, column)}"`).join(', ');
    const place = this.#place(index, named.at(-1) ?? '');
    this.diagnostics.push(diagnose('figure-row-doubled', { what }, place));
  }

  /** Bars that lie side by side are each called by their name; all else is told apart by its looks. */
  #checkSeries({ kind, isAcross, isStacked, series }: Plot): void {
    const count = series.length;
    if (count <= mostSeries || (kind === 'bar' && isAcross && !isStacked)) return;
    const place = placeOf(this.#entry, ['series']);
    this.diagnostics.push(diagnose('figure-series-many', { count, limit: mostSeries }, place));
  }

  #checkStacks({ isStacked, steps, panels }: Plot): void {
    if (!isStacked) return;
    for (const { points } of panels) {
      for (const [index, { text }] of steps.entries()) {
        const values = points.filter(({ step }) => step === index).map(({ value }) => value ?? 0);
        if (!values.some((value) => value < 0) || !values.some((value) => value > 0)) continue;
        const place = placeOf(this.#entry, ['stacked']);
        this.diagnostics.push(diagnose('figure-stack-mixed', { what: `"${text}"` }, place));
      }
    }
  }
}

/**
 * A cell as it is printed: numbers and dates in the brief's language, years and all else as they are.
 * In a column of numbers, `1.10` keeps its zero.
 */
export function cellText(context: ViewContext, table: Table, row: Row, column: string): string {
  const cell = row[column];
  if (isMissing(cell)) return say(context, 'missing');
  if (isYears(table, column)) return String(cell);
  const quantity =
    typeof cell === 'number' || isNumeric(table, column) ? numberIn(cell) : undefined;
  if (quantity !== undefined) return quantityText(quantity, undefined, context.lang);
  return isDate(cell) ? dateText(context, cell).text : String(cell);
}

function positionOf(cell: Row[string] | undefined, scale: Plot['scale']): number | undefined {
  if (scale === 'names' || isMissing(cell)) return undefined;
  if (scale === 'numbers') return numberIn(cell)?.value;
  const date = parseDate(String(cell));
  return date.ok ? momentOf(earliestDay(date.date) ?? latestDay(date.date)) : undefined;
}

const dayMs = 86_400_000;

function momentOf(day: string | undefined, daysLater = 0): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) + daysLater * dayMs;
}
