/** What stands below lines and areas: their own dates where there are few, else round ones. */
import type { ChartLook, Plot } from './chart.ts';
import type { Frame, Layer, Sheet } from './frame.ts';
import { rulesLayer, scaled, type Words, wordsLayer } from './layers.ts';
import { longestWord, textWidth, wrapText } from './text-width.ts';
import { axisOf } from './ticks.ts';
import { timeTicks } from './time-ticks.ts';

export interface TickPlace {
  readonly frame: Frame;
  readonly sheet: Sheet;
  readonly widthPx: number;
  /** Foot of the plot. */
  readonly topPx: number;
  /** Where the first and the last step stand, from the edge where reading starts. */
  readonly startPx: number;
  readonly endPx: number;
}

interface Tick {
  /** From the edge where reading starts. */
  readonly place: number;
  readonly lines: readonly string[];
}

const markPx = 5;
const gapPx = 12;

/** plot, places of its steps → ticks with their words, and the height that they take. */
export function stepTicks(
  plot: Plot,
  placeOf: (step: number) => number | undefined,
  place: TickPlace,
  look: ChartLook,
): { readonly layers: Layer[]; readonly heightPx: number } {
  const { frame, sheet, widthPx, topPx } = place;
  const { smallPx, linePx } = frame;
  const ticks = ownTicks(plot, placeOf, place) ?? roundTicks(plot, placeOf, place, look);
  const marks = ticks.map((tick) => {
    const x = sheet.x(tick.place);
    return { x, x2: x, y: topPx, y2: topPx + markPx };
  });
  const words = ticks.map(({ place: at, lines }): Words => {
    const half = Math.max(...lines.map((line) => textWidth(line, smallPx))) / 2;
    // Words at the edges move in, rather than out of the picture.
    const inside = Math.min(Math.max(at, half), widthPx - half);
    return { x: sheet.x(inside), y: topPx + markPx + linePx * 0.6, text: lines };
  });
  const lineCount = Math.max(1, ...ticks.map(({ lines }) => lines.length));
  return {
    heightPx: markPx + lineCount * linePx,
    layers: [
      ...rulesLayer(marks, { stroke: look.colours.muted, widthPx: 0.75 }),
      ...wordsLayer(words, {
        align: 'center',
        sizePx: smallPx,
        linePx,
        fill: look.colours.muted,
      }),
    ],
  };
}

/** The steps themselves, each in at most two lines; undefined where they do not fit. */
function ownTicks(
  { steps, scale }: Plot,
  placeOf: (step: number) => number | undefined,
  { frame, startPx, endPx }: TickPlace,
): Tick[] | undefined {
  const widest =
    (endPx - startPx) / Math.max(1, steps.length - (scale === 'names' ? 0 : 1)) - gapPx;
  if (steps.some(({ text }) => longestWord(text, frame.smallPx) > widest)) return undefined;
  const ticks = steps.flatMap(({ text }, index): Tick[] => {
    const at = placeOf(index);
    return at === undefined ? [] : [{ place: at, lines: wrapText(text, widest, frame.smallPx) }];
  });
  const half = ({ lines }: Tick) =>
    Math.max(...lines.map((line) => textWidth(line, frame.smallPx))) / 2;
  const fits = ticks.every((tick, index) => {
    const next = ticks[index + 1];
    if (tick.lines.length > 2) return false;
    return next === undefined || next.place - tick.place >= half(tick) + half(next) + gapPx / 2;
  });
  return fits ? ticks : undefined;
}

function roundTicks(
  plot: Plot,
  placeOf: (step: number) => number | undefined,
  { frame, startPx, endPx }: TickPlace,
  look: ChartLook,
): Tick[] {
  const known = plot.steps.flatMap(({ at }) => at ?? []);
  const domain = [Math.min(...known), Math.max(...known)] as const;
  const range = [startPx, endPx] as const;
  if (plot.scale === 'time') {
    const options = { lang: look.lang, sizePx: frame.smallPx, finest: finestOf(known) };
    const ticks = timeTicks(domain, endPx - startPx, options).map(({ at, lines }) => ({
      place: scaled({ domain, range }, at),
      lines,
    }));
    return ticks.length > 1 ? ticks : ends(plot, placeOf, frame);
  }
  if (plot.scale === 'numbers') {
    const { ticks } = axisOf(known, 5, { ...look, unit: undefined });
    return ticks
      .filter(({ value }) => value >= domain[0] && value <= domain[1])
      .map(({ value, text }) => ({ place: scaled({ domain, range }, value), lines: [text] }));
  }
  return everyNth(plot, placeOf, frame);
}

/** The first step and the last, where there is no room for more. */
function ends(
  { steps }: Plot,
  placeOf: (step: number) => number | undefined,
  { widthPx, smallPx }: Frame,
): Tick[] {
  return [...new Set([0, steps.length - 1])].flatMap((index): Tick[] => {
    const at = placeOf(index);
    const lines = wrapText(steps[index]?.text ?? '', widthPx / 8, smallPx);
    return at === undefined ? [] : [{ place: at, lines }];
  });
}

/** Names that are too many: every second, third… */
function everyNth(
  { steps }: Plot,
  placeOf: (step: number) => number | undefined,
  { smallPx }: Frame,
): Tick[] {
  const slot = (placeOf(1) ?? 1) - (placeOf(0) ?? 0);
  const widest = Math.max(...steps.map(({ text }) => textWidth(text, smallPx)));
  const nth = Math.max(1, Math.ceil((widest + gapPx) / slot));
  return steps.flatMap(({ text }, index) =>
    index % nth === 0 ? [{ place: placeOf(index) ?? 0, lines: [text] }] : [],
  );
}

/** The unit in which the data themselves are dated. */
function finestOf(moments: readonly number[]): 'day' | 'month' | 'year' {
  const dates = moments.map((at) => new Date(at));
  if (dates.some((date) => date.getUTCDate() !== 1)) return 'day';
  return dates.some((date) => date.getUTCMonth() !== 0) ? 'month' : 'year';
}
