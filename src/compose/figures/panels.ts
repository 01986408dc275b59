/** A chart in one frame: one plot, or small multiples with one scale, in rows and columns. */
import { barsSketch } from './bars.ts';
import type { ChartLook, Plot, Point } from './chart.ts';
import { columnsSketch } from './columns.ts';
import { dotsSketch } from './dots.ts';
import type { Frame, Place, Sketch } from './frame.ts';
import { sheetOf } from './frame.ts';
import { keyOf } from './key.ts';
import { wordsLayer } from './layers.ts';
import { linesSketch } from './lines.ts';
import { wrapText } from './text-width.ts';

/** Sketches in a grid, row by row and from left to right, without gaps. */
export interface Sheets {
  readonly rows: readonly (readonly Sketch[])[];
  readonly isLabelled: boolean;
}

const gutterPx = 28;
const rowGapPx = 20;
/** Height of the plots of small multiples. */
const smallPlotPx = 130;

/** plot, frame, look → its sketches. */
export function plotSheets(plot: Plot, frame: Frame, look: ChartLook): Sheets {
  if (plot.panels.length === 1) return single(plot, frame, look);
  const columns = columnCount(plot, frame);
  const widthPx = Math.floor((frame.widthPx - (columns - 1) * gutterPx) / columns);
  const inner: Frame = { ...frame, name: 'narrow', plotPx: smallPlotPx, mostValues: 0 };
  const draw = (one: Plot) =>
    one.panels.map(({ title = '', points }) => {
      const lines = wrapText(title, widthPx, frame.textPx, true);
      const topPx = lines.length * frame.linePx + 8;
      const place = { frame: inner, widthPx, topPx, hasKey: false };
      const sketch = sketchOf(one, points, place, look);
      return sketch && titled(lines, sketch, place, look);
    });
  const drawn = draw(plot);
  // Names that do not fit below one panel's bars turn all of them.
  const sketches = drawn.every((sketch) => sketch !== undefined)
    ? drawn
    : draw({ ...plot, isAcross: true }).flatMap((sketch) => sketch ?? []);
  const heightPx = Math.max(...sketches.map((sketch) => sketch.heightPx));
  const lastRow = Math.floor((sketches.length - 1) / columns) * columns;
  const cells = sketches.map((sketch, index) => ({
    ...sketch,
    heightPx: index < lastRow ? heightPx + rowGapPx : heightPx,
  }));
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, index) =>
    inRow(cells.slice(index * columns, (index + 1) * columns), columns, widthPx, look.dir),
  );
  return {
    rows: [...keyRow(plot, rows[0] ?? [], frame, look), ...rows],
    isLabelled: sketches.every(({ isLabelled }) => isLabelled),
  };
}

function single(plot: Plot, frame: Frame, look: ChartLook): Sheets {
  const place = { frame, widthPx: frame.widthPx, topPx: 0, hasKey: true };
  const points = plot.panels[0]?.points ?? [];
  const sketch =
    sketchOf(plot, points, place, look) ??
    barsSketch({ ...plot, isAcross: true }, points, place, look);
  return { rows: [[sketch]], isLabelled: sketch.isLabelled };
}

function sketchOf(
  plot: Plot,
  points: readonly Point[],
  place: Place,
  look: ChartLook,
): Sketch | undefined {
  switch (plot.kind) {
    case 'line':
    case 'area':
      return linesSketch(plot, points, place, look);
    case 'dot':
      return dotsSketch(plot, points, place, look);
    case 'bar':
      return (plot.isAcross ? barsSketch : columnsSketch)(plot, points, place, look);
  }
}

/** Names of series take the room of a column; bars and short lines do with a third of the sheet. */
function columnCount({ kind, isAcross, series, panels }: Plot, { name }: Frame): number {
  const isLine = kind === 'line' || kind === 'area';
  if (name === 'narrow') return isLine && series.length === 0 ? 2 : 1;
  if (isLine && series.length > 1) return 2;
  return panels.length === 2 || panels.length === 4 || (isAcross && series.length > 1) ? 2 : 3;
}

/** One key for all panels; lines name themselves, and so do bars side by side. */
function keyRow(plot: Plot, below: readonly Sketch[], frame: Frame, look: ChartLook): Sketch[][] {
  const { kind, isAcross, isStacked, series } = plot;
  const isNamed = kind === 'line' || kind === 'area' || (kind === 'bar' && isAcross && !isStacked);
  if (isNamed || series.length < 2) return [];
  const place = { frame, widthPx: frame.widthPx, topPx: 0, hasKey: true };
  const key = keyOf(series, kind === 'dot' ? 'shapes' : 'tints', place, look);
  const heightPx = key.bottomPx + 4;
  // The key runs on from its own cell over the others of its row, which are empty.
  return [
    below.map(({ widthPx }, index) => ({
      widthPx,
      heightPx,
      layers: index === 0 ? key.layers : [],
      isLabelled: true,
    })),
  ];
}

function titled(
  lines: readonly string[],
  sketch: Sketch,
  { frame, widthPx }: Place,
  { colours, dir }: ChartLook,
): Sketch {
  const sheet = sheetOf(widthPx, dir);
  const words = wordsLayer([{ x: sheet.x(0), y: frame.linePx / 2, text: lines }], {
    align: sheet.align('start'),
    sizePx: frame.textPx,
    linePx: frame.linePx,
    fill: colours.ink,
    isBold: true,
  });
  return { ...sketch, layers: [...words, ...sketch.layers] };
}

/** Panels of one row, the first where reading starts, gutters between. */
function inRow(
  sketches: readonly Sketch[],
  columns: number,
  widthPx: number,
  dir: 'ltr' | 'rtl',
): Sketch[] {
  const heightPx = sketches[0]?.heightPx ?? 0;
  const blank: Sketch = { widthPx, heightPx, layers: [], isLabelled: true };
  const missing = Array.from({ length: columns - sketches.length }, () => blank);
  const cells = [...sketches, ...missing];
  const ordered = dir === 'rtl' ? cells.reverse() : cells;
  const gutter = { ...blank, widthPx: gutterPx };
  return ordered.flatMap((cell, index) => (index === 0 ? [cell] : [gutter, cell]));
}
