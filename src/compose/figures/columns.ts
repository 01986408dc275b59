/**
 * Bars that stand up: over a few names or dates, single, side by side or stacked. Values stand on the
 * bars where there is room; else an axis of round numbers does their work. Undefined where the names do
 * not fit below their bars: such a chart reads better across.
 */
import { axisLayers } from './axis.ts';
import type { ChartLook, Plot, Point } from './chart.ts';
import { isDark } from './colours.ts';
import { type Frame, type Layer, type Place, type Sketch, sheetOf } from './frame.ts';
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
import { longestWord, textWidth, wrapText } from './text-width.ts';
import { axisOf } from './ticks.ts';

/** Widest bar, and the part of its place that a bar or a group of bars takes. */
const widestPx = 56;
const fullness = 0.72;
const longestLabel = 3;

/** plot, points of one panel, place, look → sketch. */
export function columnsSketch(
  plot: Plot,
  points: readonly Point[],
  place: Place,
  look: ChartLook,
): Sketch | undefined {
  const { frame, widthPx } = place;
  const { colours } = look;
  const { textPx, smallPx, linePx } = frame;
  const sheet = sheetOf(widthPx, look.dir);
  /** Indices of the steps that this panel has. */
  const order = [...plot.steps.keys()].filter((index) => points.some(({ step }) => step === index));
  const steps = order.flatMap((index) => plot.steps[index] ?? []);
  const shared = plot.isStacked || plot.series.length < 2 ? 1 : plot.series.length;
  const values = heightsOf(plot);
  const axis = axisOf([0, ...values], 4, look);
  const slotOf = (width: number) => width / Math.max(1, steps.length);
  const barOf = (width: number) => Math.min(widestPx, (slotOf(width) * fullness) / shared);
  const fits = ({ text, value }: Point) =>
    value === null ||
    textWidth(text, textPx) <= (shared === 1 ? slotOf(widthPx) - 4 : barOf(widthPx) + 2);
  const isLabelled = !plot.isStacked && points.every(fits);
  const axisPx = isLabelled
    ? 0
    : Math.ceil(Math.max(...axis.ticks.map(({ text }) => textWidth(text, smallPx)))) + 8;
  const slotPx = slotOf(widthPx - axisPx);
  const barPx = barOf(widthPx - axisPx);
  const labels = steps.map(({ text }) => wrapText(text, slotPx - 6, textPx));
  const isCramped = labels.some(
    (lines, index) =>
      lines.length > longestLabel || longestWord(steps[index]?.text ?? '', textPx) > slotPx - 4,
  );
  if (isCramped || barPx < 5) return undefined;

  const marks = plot.series.length > 1 ? plot.series : [];
  const key = keyOf(marks, 'tints', place, look);
  const topPx = key.bottomPx + (isLabelled ? linePx : smallPx / 2 + 2);
  const low = Math.min(0, ...values);
  const bottomPx = topPx + frame.plotPx;
  const scale: LinearScale = isLabelled
    ? { domain: [low, Math.max(0, ...values)], range: [bottomPx - (low < 0 ? linePx : 0), topPx] }
    : { domain: axis.domain, range: [bottomPx, topPx] };
  const middleOf = (step: number) => sheet.x(axisPx + (order.indexOf(step) + 0.5) * slotPx);
  const isMirrored = look.dir === 'rtl';
  const left = (point: Point) => {
    const place = isMirrored ? shared - 1 - point.series : point.series;
    const offset = shared === 1 ? -barPx / 2 : (place - shared / 2) * barPx;
    return middleOf(point.step) + offset;
  };
  const drawn = draw({ plot, points, scale, barPx, left, isLabelled, frame, look });
  const zero = scaled(scale, 0);
  const labelTop = bottomPx + linePx * 0.9;
  const names = order.map(
    (step, index): Words => ({ x: middleOf(step), y: labelTop, text: labels[index] ?? '' }),
  );
  const lineCount = Math.max(1, ...labels.map(({ length }) => length));
  const rules = { sheet, startPx: axisPx, endPx: widthPx, sizePx: smallPx };
  return {
    widthPx,
    heightPx: Math.ceil(labelTop + (lineCount - 0.4) * linePx),
    isLabelled: isLabelled || drawn.isLabelled,
    layers: [
      ...key.layers,
      ...(isLabelled ? [] : axisLayers(axis.ticks, scale, rules, look)),
      ...drawn.layers,
      ...rulesLayer([{ x: sheet.x(axisPx), x2: sheet.x(widthPx), y: zero, y2: zero }], {
        stroke: colours.ink,
        widthPx: 1,
      }),
      ...wordsLayer(names, { align: 'center', sizePx: textPx, linePx, fill: colours.ink }),
    ],
  };
}

interface Drawing {
  readonly plot: Plot;
  readonly points: readonly Point[];
  readonly scale: LinearScale;
  readonly barPx: number;
  /** Left edge of a point's bar. */
  readonly left: (point: Point) => number;
  readonly isLabelled: boolean;
  readonly frame: Frame;
  readonly look: ChartLook;
}

function draw({ plot, points, scale, barPx, left, isLabelled, frame, look }: Drawing) {
  const { colours } = look;
  const boxes = new Map<number, Box[]>();
  const texts: Record<'values' | 'missing' | 'onDark' | 'onLight', Words[]> = {
    values: [],
    missing: [],
    onDark: [],
    onLight: [],
  };
  const tops = new Map<number, number>();
  let isComplete = true;
  for (const point of [...points].sort((a, b) => a.series - b.series)) {
    const { step, series, value, text } = point;
    const low = left(point);
    const x = low + barPx / 2;
    if (value === null) {
      const words = wrapText(look.missing, barPx, frame.smallPx);
      const isRoomy = words.every((line) => textWidth(line, frame.smallPx) <= barPx);
      const lines = isRoomy ? words : ['–'];
      const y = scaled(scale, 0) - 10 - (lines.length - 1) * frame.smallPx * 1.25;
      if (!plot.isStacked) texts.missing.push({ x, y, text: lines });
      continue;
    }
    const from = plot.isStacked ? (tops.get(step) ?? 0) : 0;
    const to = from + value;
    tops.set(step, to);
    boxes.set(series, [...(boxes.get(series) ?? []), { from, to, low, high: low + barPx }]);
    if (isLabelled) {
      const away = value < 0 ? frame.linePx * 0.6 : -frame.linePx * 0.55;
      texts.values.push({ x, y: scaled(scale, to) + away, text });
    } else if (plot.isStacked && value !== 0) {
      const heightPx = Math.abs(scaled(scale, to) - scaled(scale, from));
      const fits = heightPx >= frame.linePx && barPx >= textWidth(text, frame.textPx) + 4;
      const at = { x, y: scaled(scale, (from + to) / 2), text };
      if (!fits) isComplete = false;
      else (isDark(colours.tints[series] ?? colours.ink) ? texts.onDark : texts.onLight).push(at);
    } else {
      isComplete = false;
    }
  }
  const ends = plot.isStacked
    ? [...boxes.values()].flat().map(({ to, low, high }) => {
        const y = scaled(scale, to);
        return { x: low, x2: high, y, y2: y };
      })
    : [];
  const style = { align: 'center', sizePx: frame.textPx } as const;
  const layers: Layer[] = [
    ...[...boxes].flatMap(([series, own]) =>
      barsLayer(own, scale, false, colours.tints[series] ?? colours.ink),
    ),
    ...rulesLayer(ends, { stroke: colours.ground, widthPx: 1.5 }),
    ...wordsLayer(texts.values, { ...style, fill: colours.ink }),
    ...wordsLayer(texts.missing, {
      ...style,
      sizePx: frame.smallPx,
      fill: colours.muted,
      isItalic: true,
    }),
    ...wordsLayer(texts.onDark, { ...style, fill: colours.ground }),
    ...wordsLayer(texts.onLight, { ...style, fill: colours.ink }),
  ];
  return { layers, isLabelled: isComplete };
}
