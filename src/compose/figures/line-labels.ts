/** The words at lines: each line's name and last value at its end, and the values at its points. */
import type { ChartLook, Plot } from './chart.ts';
import type { Frame, Layer, Sheet } from './frame.ts';
import { rulesLayer, type Words, wordsLayer } from './layers.ts';
import { along, boxAround, overlaps, spread, type Taken } from './place-labels.ts';
import type { PlacedPoint, PlacedSeries } from './placed-series.ts';
import { textWidth, wrapText } from './text-width.ts';

const gapPx = 9;
/** Largest share of the width that names at the ends may take. */
const endShare = 0.32;

/** Width to leave at the end of lines, gap included. */
export function endWidth({ series, panels }: Plot, { textPx }: Frame, widthPx: number): number {
  const limit = widthPx * endShare;
  const names = series.flatMap((name) => wrapText(name, limit, textPx));
  const widths = [
    ...names.map((line) => textWidth(line, textPx)),
    ...panels.flatMap(({ points }) => points.map(({ text }) => textWidth(text, textPx, true))),
  ];
  return Math.ceil(Math.max(...widths)) + gapPx;
}

interface Ends {
  readonly frame: Frame;
  readonly sheet: Sheet;
  readonly look: ChartLook;
  readonly topPx: number;
  readonly bottomPx: number;
  /** Where lines end at the latest, from the edge where reading starts. */
  readonly startPx: number;
}

/** Lines → their last values and names, one below the other where lines end close together. */
export function endLabels(
  series: readonly PlacedSeries[],
  plot: Plot,
  { frame, sheet, look, topPx, bottomPx, startPx }: Ends,
): { readonly layers: Layer[]; readonly taken: Taken[] } {
  const { textPx, linePx } = frame;
  const limit = sheet.x(0) + textPx * 40;
  const labels = series.flatMap(({ name, runs }) => {
    const last = runs.at(-1)?.at(-1);
    if (last === undefined) return [];
    const names = name === '' ? [] : wrapText(name, endLimit(startPx, frame), textPx);
    const isBand = plot.isStacked;
    const y = isBand ? (last.y + last.base) / 2 : last.y;
    const values = isBand ? [] : [last.text];
    const heightPx = (names.length + values.length) * linePx;
    // The value stands level with its point, the name below it.
    const middle = isBand ? y : y + (heightPx - linePx) / 2;
    return [{ last, names, values, heightPx, y: middle, wantedY: middle }];
  });
  const places = spread(labels, { topPx, bottomPx: bottomPx + linePx });
  const bold: Words[] = [];
  const plain: Words[] = [];
  const leaders = [];
  const taken: Taken[] = [];
  const x = sheet.x(startPx + gapPx);
  for (const [index, { last, names, values, heightPx, wantedY }] of labels.entries()) {
    const middle = places[index] ?? wantedY;
    const top = middle - heightPx / 2 + linePx / 2;
    const nameY = top + values.length * linePx;
    if (values.length > 0) bold.push({ x, y: top, text: values });
    if (names.length > 0) plain.push({ x, y: nameY, text: names });
    const isFar = Math.abs(middle - wantedY) > 3 || Math.abs(last.x - sheet.x(startPx)) > 3;
    if (isFar && !plot.isStacked) {
      const from = last.x + Math.sign(x - last.x) * 6;
      leaders.push({ x: from, y: last.y, x2: x - Math.sign(x - last.x) * 3, y2: top });
    }
    const width = limit;
    taken.push({
      left: Math.min(x, x + Math.sign(x - last.x) * width),
      right: Math.max(x, x + Math.sign(x - last.x) * width),
      top: middle - heightPx / 2,
      bottom: middle + heightPx / 2,
    });
  }
  const style = { align: sheet.align('start'), sizePx: textPx, linePx, fill: look.colours.ink };
  return {
    taken,
    layers: [
      ...rulesLayer(leaders, { stroke: look.colours.muted, widthPx: 0.75 }),
      ...wordsLayer(bold, { ...style, isBold: true }),
      ...wordsLayer(plain, style),
    ],
  };
}

/** Names get what the lines leave; the drawing is as wide as both. */
function endLimit(startPx: number, { widthPx }: Frame): number {
  return Math.max(widthPx * endShare, widthPx - startPx - gapPx);
}

interface Values {
  readonly frame: Frame;
  readonly look: ChartLook;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly taken: readonly Taken[];
  readonly isStacked: boolean;
}

/** Lines → the values at their points; `isComplete` where every one that is known found its place. */
export function pointLabels(
  series: readonly PlacedSeries[],
  { frame, look, topPx, bottomPx, taken, isStacked }: Values,
): { readonly layers: Layer[]; readonly isComplete: boolean } {
  const all = series.flatMap(({ runs }) => {
    const last = runs.at(-1)?.at(-1);
    return runs.flat().filter((point) => point !== last);
  });
  if (isStacked || all.length > frame.mostValues) {
    return { layers: [], isComplete: all.length === 0 && !isStacked };
  }
  const { textPx, linePx } = frame;
  const lines = series.flatMap(({ runs }) => runs.flatMap(alongRun));
  const occupied: Taken[] = [...taken, ...lines];
  const words: Words[] = [];
  let isComplete = true;
  for (const point of all) {
    const isSaid = words.some(
      ({ text, x, y }) => text === point.text && Math.hypot(x - point.x, y - point.y) < linePx * 2,
    );
    if (isSaid) continue;
    const width = textWidth(point.text, textPx);
    const found = candidates(point, width, linePx).find(({ x, y }) => {
      const box = boxAround(x, y, width + 2, textPx * 0.9);
      const isInside = box.top >= topPx - 2 && box.bottom <= bottomPx;
      return isInside && !occupied.some((other) => overlaps(box, other));
    });
    if (found === undefined) {
      isComplete = false;
      continue;
    }
    words.push({ ...found, text: point.text });
    occupied.push(boxAround(found.x, found.y, width + 4, textPx));
  }
  const style = { align: 'center', sizePx: textPx, fill: look.colours.ink } as const;
  return { layers: wordsLayer(words, style), isComplete };
}

function alongRun(run: readonly PlacedPoint[]): Taken[] {
  return run.flatMap((point, index) => {
    const next = run[index + 1];
    const dot = boxAround(point.x, point.y, 8, 8);
    return next === undefined ? [dot] : [dot, ...along(point, next)];
  });
}

/** Above, below, then to the sides. */
function candidates({ x, y }: PlacedPoint, width: number, linePx: number) {
  const up = y - linePx * 0.8;
  const down = y + linePx * 0.85;
  const side = width / 2 + 7;
  return [
    { x, y: up },
    { x, y: down },
    { x: x - side * 0.8, y: up },
    { x: x + side * 0.8, y: up },
    { x: x - side * 0.8, y: down },
    { x: x + side * 0.8, y: down },
    { x: x + side, y },
    { x: x - side, y },
  ];
}
