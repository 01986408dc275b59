/**
 * Bars that run across the page, in rows: single, side by side (each in a row of its own, called by its
 * name), or stacked. Every value stands at its bar, so there is no axis.
 */
import type { ChartLook, Plot, Point } from './chart.ts';
import { isDark } from './colours.ts';
import { type Frame, type Place, type Sketch, sheetOf } from './frame.ts';
import { heightsOf } from './heights.ts';
import { keyOf } from './key.ts';
import {
  type Box,
  barsLayer,
  type LinearScale,
  rulesLayer,
  scaled,
  type Words,
  wordsLayer,
} from './layers.ts';
import { rowsOf } from './rows.ts';
import { textWidth } from './text-width.ts';

/** Room between the end of a bar and its value. */
const gapPx = 5;

/** plot, points of one panel, place, look → sketch. */
export function barsSketch(
  plot: Plot,
  points: readonly Point[],
  place: Place,
  look: ChartLook,
): Sketch {
  const { frame, widthPx, topPx } = place;
  const { colours } = look;
  const sheet = sheetOf(widthPx, look.dir);
  const key = plot.isStacked
    ? keyOf(plot.series, 'tints', place, look)
    : { layers: [], bottomPx: topPx };
  const barPx = plot.isStacked ? 24 : plot.series.length > 1 ? 14 : 17;
  const { rows, words, startPx, clear, heightPx } = rowsOf(plot, points, place, {
    barPx,
    fill: colours.ink,
    isSplit: plot.series.length > 1 && !plot.isStacked,
    dir: look.dir,
    topPx: key.bottomPx,
  });
  const widthOf = ({ text }: Point) => Math.ceil(textWidth(text, frame.textPx)) + gapPx;
  const all = plot.panels.flatMap((panel) => panel.points);
  const ends = plot.isStacked ? [] : all;
  const before = Math.max(0, ...ends.filter(isNegative).map(widthOf));
  const after = Math.max(1, ...ends.filter((point) => !isNegative(point)).map(widthOf));
  const values = heightsOf(plot);
  const scale: LinearScale = {
    domain: [Math.min(0, ...values), Math.max(0, ...values)],
    range: [sheet.x(startPx + before), sheet.x(widthPx - after)],
  };
  const drawn = plot.isStacked
    ? stacks(rows, barPx, scale, { frame, look })
    : single(rows, barPx, scale, { frame, look });
  const zero = scaled(scale, 0);
  const axis = clear.map(({ from, to }) => ({ x: zero, x2: zero, y: from, y2: to }));
  return {
    widthPx,
    heightPx,
    isLabelled: drawn.isLabelled,
    layers: [
      ...key.layers,
      ...words,
      ...drawn.layers,
      ...rulesLayer(axis, { stroke: colours.ink, widthPx: 1 }),
    ],
  };
}

type Rows = ReturnType<typeof rowsOf>['rows'];
interface Style {
  readonly frame: Frame;
  readonly look: ChartLook;
}

function single(rows: Rows, barPx: number, scale: LinearScale, { frame, look }: Style) {
  const { colours } = look;
  const boxes: Box[] = [];
  const values: { before: Words[]; after: Words[]; missing: Words[] } = {
    before: [],
    after: [],
    missing: [],
  };
  const away = scale.range[0] <= scale.range[1] ? gapPx : -gapPx;
  for (const { points, y } of rows) {
    for (const { value, text } of points) {
      if (value === null) {
        values.missing.push({ x: scaled(scale, 0) + away, y, text });
        continue;
      }
      boxes.push({ from: 0, to: value, low: y - barPx / 2, high: y + barPx / 2 });
      const end = scaled(scale, value);
      if (value < 0) values.before.push({ x: end - away, y, text });
      else values.after.push({ x: end + away, y, text });
    }
  }
  const [outer, inner] = away > 0 ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const style = { sizePx: frame.textPx, fill: colours.ink };
  return {
    isLabelled: true,
    layers: [
      ...barsLayer(boxes, scale, true, colours.tints[0] ?? colours.ink),
      ...wordsLayer(values.after, { ...style, align: outer }),
      ...wordsLayer(values.before, { ...style, align: inner }),
      ...wordsLayer(values.missing, {
        ...style,
        align: outer,
        fill: colours.muted,
        isItalic: true,
      }),
    ],
  };
}

function stacks(rows: Rows, barPx: number, scale: LinearScale, { frame, look }: Style) {
  const { colours } = look;
  const boxes = new Map<number, Box[]>();
  const onDark: Words[] = [];
  const onLight: Words[] = [];
  let isLabelled = true;
  for (const { points, y } of rows) {
    let from = 0;
    for (const { value, text, series } of [...points].sort((a, b) => a.series - b.series)) {
      if (value === null || value === 0) continue;
      const to = from + value;
      const box = { from, to, low: y - barPx / 2, high: y + barPx / 2 };
      boxes.set(series, [...(boxes.get(series) ?? []), box]);
      const widthPx = Math.abs(scaled(scale, to) - scaled(scale, from));
      if (widthPx >= textWidth(text, frame.textPx) + 6) {
        const words = isDark(colours.tints[series] ?? colours.ink) ? onDark : onLight;
        words.push({ x: scaled(scale, (from + to) / 2), y, text });
      } else {
        isLabelled = false;
      }
      from = to;
    }
  }
  const style = { align: 'center', sizePx: frame.textPx } as const;
  const ends = [...boxes.values()].flat().map(({ to, low, high }) => {
    const x = scaled(scale, to);
    return { x, x2: x, y: low, y2: high };
  });
  return {
    isLabelled,
    layers: [
      ...[...boxes].flatMap(([series, own]) =>
        barsLayer(own, scale, true, colours.tints[series] ?? colours.ink),
      ),
      ...rulesLayer(ends, { stroke: colours.ground, widthPx: 1.5 }),
      ...wordsLayer(onDark, { ...style, fill: colours.ground }),
      ...wordsLayer(onLight, { ...style, fill: colours.ink }),
    ],
  };
}

function isNegative({ value }: Point): boolean {
  return (value ?? 0) < 0;
}
