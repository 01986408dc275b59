/**
 * Dots on a line for each name: single values, or a range from one series to another. Shapes tell the
 * series apart, and a key names them; of one or two series every value stands beside its dot.
 */
import type { ChartLook, Plot, Point } from './chart.ts';
import { type Frame, type Layer, type Place, type Sketch, sheetOf } from './frame.ts';
import { keyOf } from './key.ts';
import {
  dotsLayer,
  type Line,
  type LinearScale,
  rulesLayer,
  scaled,
  shapes,
  type Words,
  wordsLayer,
} from './layers.ts';
import type { Taken } from './place-labels.ts';
import { type ChartRow, rowsOf } from './rows.ts';
import { textWidth } from './text-width.ts';
import { axisOf } from './ticks.ts';

const dotPx = 11;
const gapPx = dotPx / 2 + 4;
const rowPx = 20;

/** plot, points of one panel, place, look → sketch. */
export function dotsSketch(
  plot: Plot,
  points: readonly Point[],
  place: Place,
  look: ChartLook,
): Sketch {
  const { frame, widthPx } = place;
  const { colours } = look;
  const { textPx, smallPx, linePx } = frame;
  const sheet = sheetOf(widthPx, look.dir);
  const key = keyOf(plot.series, 'shapes', place, look);
  const { rows, words, startPx, heightPx } = rowsOf(plot, points, place, {
    barPx: rowPx,
    fill: colours.ink,
    isSplit: false,
    dir: look.dir,
    topPx: key.bottomPx,
  });
  const all = plot.panels.flatMap((panel) => panel.points);
  const known = all.flatMap(({ value }) => value ?? []);
  const isLabelled = rows.every((row) => known.length > 0 && knownOf(row).length <= 2);
  const axis = axisOf(known.length === 0 ? [0] : known, 4, look);
  const domain = isLabelled && known.length > 1 ? extentOf(known) : axis.domain;
  const widest = Math.max(1, ...all.map(({ text }) => textWidth(text, textPx)));
  const edgePx = isLabelled ? Math.ceil(widest) + gapPx : textWidth('0000', smallPx) / 2;
  const scale: LinearScale = {
    domain,
    range: [sheet.x(startPx + edgePx), sheet.x(widthPx - edgePx)],
  };
  const bottom = heightPx;
  const values = valuesOf(rows, scale, { frame, look, isLabelled, startPx: sheet.x(startPx + 4) });
  const lines = rows.flatMap(({ y }) => {
    const [a, b] = [sheet.x(startPx), sheet.x(widthPx)];
    const line = { x: Math.min(a, b), x2: Math.max(a, b), y, y2: y };
    return around(
      line,
      values.taken.filter((box) => box.top < y && y < box.bottom),
    );
  });
  const ticks = isLabelled ? [] : axis.ticks;
  const layers: Layer[] = [
    ...key.layers,
    ...words,
    ...rulesLayer(lines, { stroke: colours.rule, widthPx: 0.75 }),
    ...rulesLayer(
      ticks.map(({ value }): Line => {
        const x = scaled(scale, value);
        return { x, x2: x, y: key.bottomPx, y2: bottom };
      }),
      { stroke: colours.rule, widthPx: 0.75 },
    ),
    ...wordsLayer(
      ticks.map(({ value, text }) => ({ x: scaled(scale, value), y: bottom + linePx * 0.6, text })),
      { align: 'center', sizePx: smallPx, fill: colours.muted },
    ),
    ...dotLayers(rows, scale, plot, look),
    ...values.layers,
  ];
  const below = isLabelled ? 0 : linePx * 1.2;
  return { widthPx, heightPx: Math.ceil(bottom + below), layers, isLabelled };
}

function dotLayers(
  rows: readonly ChartRow[],
  scale: LinearScale,
  plot: Plot,
  { colours }: ChartLook,
): Layer[] {
  const ranges = rows.flatMap((row): Line[] => {
    const values = knownOf(row).map(({ value }) => scaled(scale, value));
    if (values.length < 2) return [];
    return [{ x: Math.min(...values), x2: Math.max(...values), y: row.y, y2: row.y }];
  });
  const series = plot.series.length === 0 ? [''] : plot.series;
  return [
    ...rulesLayer(ranges, { stroke: colours.muted, widthPx: 2.5 }),
    ...series.flatMap((_, index) => {
      const places = rows.flatMap((row) =>
        knownOf(row)
          .filter((point) => point.series === index)
          .map(({ value }) => ({ x: scaled(scale, value), y: row.y })),
      );
      return dotsLayer(places, {
        shape: shapes[index] ?? 'circle',
        fill: colours.series[index] ?? colours.ink,
        stroke: colours.ground,
        sizePx: dotPx,
      });
    }),
  ];
}

interface ValueStyle {
  readonly frame: Frame;
  readonly look: ChartLook;
  readonly isLabelled: boolean;
  /** Where the words for "not known" stand. */
  readonly startPx: number;
}

/** The lower value stands before its dot, the higher one after it. */
function valuesOf(
  rows: readonly ChartRow[],
  scale: LinearScale,
  { frame, look, isLabelled, startPx }: ValueStyle,
): { readonly layers: Layer[]; readonly taken: Taken[] } {
  const isMirrored = look.dir === 'rtl';
  const before: Words[] = [];
  const after: Words[] = [];
  const missing: Words[] = [];
  const taken: Taken[] = [];
  const take = (x: number, y: number, text: string, isLeft: boolean) => {
    const width = textWidth(text, frame.textPx);
    const left = isLeft ? x : x - width;
    taken.push({ left: left - 3, right: left + width + 3, top: y - 1, bottom: y + 1 });
  };
  for (const row of rows) {
    const known = knownOf(row).sort((a, b) => a.value - b.value);
    if (known.length === 0) {
      missing.push({ x: startPx, y: row.y, text: look.missing });
      take(startPx, row.y, look.missing, !isMirrored);
    }
    if (!isLabelled) continue;
    for (const [index, { value, text }] of known.entries()) {
      const isLower = known.length > 1 && index === 0;
      const away = (isLower ? -gapPx : gapPx) * (isMirrored ? -1 : 1);
      const x = scaled(scale, value) + away;
      (isLower ? before : after).push({ x, y: row.y, text });
      take(x, row.y, text, isLower === isMirrored);
    }
  }
  const style = { sizePx: frame.textPx, fill: look.colours.ink };
  const [start, end] = isMirrored ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return {
    taken,
    layers: [
      ...wordsLayer(after, { ...style, align: start }),
      ...wordsLayer(before, { ...style, align: end }),
      ...wordsLayer(missing, {
        ...style,
        align: start,
        fill: look.colours.muted,
        isItalic: true,
      }),
    ],
  };
}

/** A line from left to right, with gaps where words are. */
function around(line: Line, boxes: readonly Taken[]): Line[] {
  const lines: Line[] = [];
  let x = line.x;
  for (const { left, right } of [...boxes].sort((a, b) => a.left - b.left)) {
    if (left > x) lines.push({ ...line, x, x2: left });
    x = Math.max(x, right);
  }
  return x < line.x2 ? [...lines, { ...line, x }] : lines;
}

type Known = Point & { readonly value: number };

function knownOf({ points }: Pick<ChartRow, 'points'>): Known[] {
  return points.filter((point): point is Known => point.value !== null);
}

/** Where both ends are the same, a little room beside it. */
function extentOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? [low - 1, high + 1] : [low, high];
}
