/**
 * Lines and areas over dates, numbers or names. Every line is called by its name at its end, and has a
 * dash and a shape of its own; where there is room, every value stands at its point.
 */
import { axisLayers } from './axis.ts';
import type { ChartLook, Plot, Point } from './chart.ts';
import { type Layer, type Place, type Sketch, sheetOf } from './frame.ts';
import { heightsOf } from './heights.ts';
import { dotsLayer, type LinearScale, linear, rulesLayer, scaled, shapes } from './layers.ts';
import { endLabels, endWidth, pointLabels } from './line-labels.ts';
import type { PlacedPoint, PlacedSeries } from './placed-series.ts';
import { stepTicks } from './step-ticks.ts';
import { textWidth } from './text-width.ts';
import { axisOf } from './ticks.ts';

const dashes = [undefined, [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 2], [1.5, 4]] as const;
const dotPx = 7;
/** More points than these, and their shapes would make a line of their own. */
const mostDots = 24;

/** plot, points of one panel, place, look → sketch. */
export function linesSketch(
  plot: Plot,
  points: readonly Point[],
  place: Place,
  look: ChartLook,
): Sketch {
  const { frame, widthPx } = place;
  const { colours } = look;
  const sheet = sheetOf(widthPx, look.dir);
  const isArea = plot.kind === 'area';
  const axis = axisOf(axisValues(plot), 4, look);
  const { smallPx, linePx } = frame;
  const axisPx = Math.ceil(Math.max(...axis.ticks.map(({ text }) => textWidth(text, smallPx)))) + 8;
  const endPx = endWidth(plot, frame, widthPx);
  const topPx = place.topPx + smallPx / 2 + 2;
  const bottomPx = topPx + frame.plotPx;
  const scale: LinearScale = { domain: axis.domain, range: [bottomPx, topPx] };
  const insetPx = isArea ? 0 : dotPx;
  const span = { startPx: axisPx + insetPx, endPx: widthPx - endPx };
  const placeOf = stepPlaces(plot, span);
  const series = placed(plot, points, scale, (step) => sheet.x(placeOf(step) ?? 0));
  const ticks = stepTicks(plot, placeOf, { frame, sheet, widthPx, topPx: bottomPx, ...span }, look);
  const isDotted = !isArea && plot.steps.length <= mostDots;
  const inner = { topPx: topPx - smallPx / 2, bottomPx };
  const ends = endLabels(series, plot, { frame, sheet, look, ...inner, startPx: widthPx - endPx });
  // Values stay clear of the axis and its numbers.
  const edge = [sheet.x(0), sheet.x(axisPx)];
  const taken = [{ left: Math.min(...edge), right: Math.max(...edge), top: 0, bottom: bottomPx }];
  const values = pointLabels(series, {
    frame,
    look,
    ...inner,
    taken: [...ends.taken, ...taken],
    isStacked: plot.isStacked,
  });
  const zero = axis.domain[0] <= 0 && axis.domain[1] >= 0 ? 0 : axis.domain[0];
  const zeroY = scaled(scale, zero);
  const rule = { sheet, startPx: axisPx, endPx: widthPx - endPx, sizePx: smallPx };
  return {
    widthPx,
    heightPx: Math.ceil(bottomPx + ticks.heightPx + linePx * 0.3),
    isLabelled: values.isComplete,
    layers: [
      ...axisLayers(axis.ticks, scale, rule, look),
      ...rulesLayer(
        [{ x: sheet.x(axisPx), x2: sheet.x(widthPx - endPx), y: zeroY, y2: zeroY }],
        zero === 0
          ? { stroke: colours.ink, widthPx: 1 }
          : { stroke: colours.muted, widthPx: 0.75, dash: [2, 2] },
      ),
      ...ticks.layers,
      ...series.flatMap((one) => (isArea ? areaLayers(one, plot, scale, look) : [])),
      ...series.flatMap((one) => lineLayers(one, plot, scale, look)),
      ...(isDotted ? series : []).flatMap((one) => dotLayers(one, look)),
      ...ends.layers,
      ...values.layers,
    ],
  };
}

/** Areas and what lies near zero start at zero; other lines show their own range. */
function axisValues(plot: Plot): number[] {
  const { kind, isStacked, panels } = plot;
  const known = panels.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  if (known.length === 0) return [0];
  if (isStacked) return [0, ...heightsOf(plot)];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const isNearZero = low >= 0 && low <= high * nearZero;
  return kind === 'area' || isNearZero ? [0, ...known] : known;
}

/** Up to this share of the highest value, showing zero costs little room. */
const nearZero = 0.4;

/** Index of a step → pixels from the edge where reading starts; undefined where it has no place in time. */
function stepPlaces(
  { steps, scale }: Plot,
  { startPx, endPx }: { startPx: number; endPx: number },
): (step: number) => number | undefined {
  if (scale === 'names') {
    const slot = (endPx - startPx) / Math.max(1, steps.length);
    return (step) => startPx + (step + 0.5) * slot;
  }
  const known = steps.flatMap(({ at }) => at ?? []);
  const domain = [Math.min(...known), Math.max(...known)] as const;
  const middle = (startPx + endPx) / 2;
  return (step) => {
    const at = steps[step]?.at;
    if (at === undefined) return undefined;
    return domain[0] === domain[1] ? middle : scaled({ domain, range: [startPx, endPx] }, at);
  };
}

function placed(
  plot: Plot,
  points: readonly Point[],
  scale: LinearScale,
  xOf: (step: number) => number,
): PlacedSeries[] {
  const tops = new Map<number, number>();
  const names = plot.series.length === 0 ? [''] : plot.series;
  const unknown = new Set(points.filter(({ value }) => value === null).map(({ step }) => step));
  return names.map((name, index): PlacedSeries => {
    const own = points
      .filter(({ series, step }) => series === index && hasPlace(plot, step))
      .sort((a, b) => a.step - b.step);
    const runs: PlacedPoint[][] = [[]];
    for (const { step, value, text } of own) {
      // Where one part of a sum is not known, the sum is not known.
      if (value === null || (plot.isStacked && unknown.has(step))) {
        runs.push([]);
        continue;
      }
      const from = plot.isStacked ? (tops.get(step) ?? 0) : 0;
      const to = from + value;
      tops.set(step, to);
      const place = { x: xOf(step), y: scaled(scale, to), base: scaled(scale, from) };
      runs.at(-1)?.push({ ...place, from, to, text });
    }
    return { index, name, runs: runs.filter(({ length }) => length > 0) };
  });
}

function hasPlace({ scale, steps }: Plot, step: number): boolean {
  return scale === 'names' || steps[step]?.at !== undefined;
}

function rowsOf({ runs }: PlacedSeries) {
  return runs.flatMap((run, segment) => run.map(({ x, from, to }) => ({ x, from, to, segment })));
}

const across = { field: 'x', type: 'quantitative', scale: null, axis: null } as const;
const segments = { field: 'segment', type: 'nominal' } as const;

function lineLayers(one: PlacedSeries, plot: Plot, scale: LinearScale, look: ChartLook): Layer[] {
  const { colours } = look;
  if (one.runs.length === 0) return [];
  const isBand = plot.isStacked;
  const stroke = isBand ? colours.ground : (colours.series[one.index] ?? colours.ink);
  const dash = isBand ? undefined : dashes[one.index];
  return [
    {
      data: { values: rowsOf(one) },
      mark: {
        type: 'line',
        stroke,
        strokeWidth: isBand ? 1.5 : 2.25,
        strokeJoin: 'round',
        ...(dash ? { strokeDash: dash } : {}),
      },
      encoding: { x: across, y: { field: 'to', ...linear(scale) }, detail: segments },
    },
  ];
}

function areaLayers(
  one: PlacedSeries,
  plot: Plot,
  scale: LinearScale,
  { colours }: ChartLook,
): Layer[] {
  if (one.runs.length === 0) return [];
  const fill = plot.isStacked ? colours.tints[one.index] : colours.tints[4];
  return [
    {
      data: { values: rowsOf(one) },
      mark: { type: 'area', fill: fill ?? colours.ink, line: false, orient: 'vertical' },
      encoding: {
        x: across,
        y: { field: 'to', ...linear(scale), stack: null },
        y2: { field: 'from' },
        detail: segments,
      },
    },
  ];
}

function dotLayers({ index, runs }: PlacedSeries, { colours }: ChartLook): Layer[] {
  return dotsLayer(
    runs.flat().map(({ x, y }) => ({ x, y })),
    {
      shape: shapes[index] ?? 'circle',
      fill: colours.series[index] ?? colours.ink,
      stroke: colours.ground,
      sizePx: dotPx,
    },
  );
}
