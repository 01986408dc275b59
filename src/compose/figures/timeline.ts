/**
 * Events along time, each in a row of its own, so that no two labels can meet: a dot for a day, a bar for
 * as long as a coarser date or a span may mean. The words stand on whichever side has room.
 */
import type { ChartLook, Timeline, TimelineEvent } from './chart.ts';
import { type Frame, type Layer, type Sheet, type Sketch, sheetOf } from './frame.ts';
import {
  dotsLayer,
  type Line,
  type LinearScale,
  rulesLayer,
  scaled,
  type Words,
  wordsLayer,
} from './layers.ts';
import type { Taken } from './place-labels.ts';
import { textWidth, wrapText } from './text-width.ts';
import { timeTicks } from './time-ticks.ts';

const dayMs = 86_400_000;
const barPx = 9;
const gapPx = 10;
/** Words beside a mark need this share of the width, or they are not read with ease. */
const leastShare = 0.42;

/** timeline, frame, look → sketch. */
export function timelineSketch({ events }: Timeline, frame: Frame, look: ChartLook): Sketch {
  const { colours } = look;
  const { widthPx, textPx, smallPx, linePx } = frame;
  const sheet = sheetOf(widthPx, look.dir);
  const axis = timeAxis(events, frame, look);
  const headPx = axis === undefined ? 0 : axis.headPx;
  const dates: WordsByAlign = { start: [], end: [] };
  const texts: WordsByAlign = { start: [], end: [] };
  const spans: Line[] = [];
  const openSpans: Line[] = [];
  const dots: { x: number; y: number }[] = [];
  const guides: Line[] = [];
  const boxes: Taken[] = [];
  let y = headPx + 8;
  for (const event of events) {
    const mark = axis === undefined ? undefined : markOf(event, axis.scale);
    const { side, roomPx, atPx } = roomBeside(mark, widthPx);
    const lines = wrapText(event.text, roomPx, textPx);
    const middle = y + linePx / 2;
    const isBelow = runsUnder(event, side) && mark !== undefined;
    const wordsY = isBelow ? middle + linePx : middle;
    if (mark !== undefined) {
      const [from, to] = [sheet.x(mark.from), sheet.x(mark.to)];
      if (mark.isDay) dots.push({ x: (from + to) / 2, y: middle });
      else spans.push({ x: Math.min(from, to), x2: Math.max(from, to), y: middle, y2: middle });
      const x = sheet.x((mark.from + mark.to) / 2);
      guides.push(...guide(x, headPx, middle, boxes));
      openSpans.push(...openEnds(event, mark, sheet, middle, widthPx));
    }
    const x = sheet.x(isBelow ? (side === 'start' ? mark.from : mark.to) : atPx);
    dates[side].push({ x, y: wordsY, text: event.date });
    texts[side].push({ x, y: wordsY + linePx, text: lines });
    const width = Math.max(
      textWidth(event.date, textPx, true),
      ...lines.map((line) => textWidth(line, textPx)),
    );
    const left = sheet.align(side) === 'left' ? x : x - width;
    const foot = wordsY + ((event.text === '' ? 0 : lines.length) + 0.5) * linePx;
    boxes.push({ left: left - 3, right: left + width + 3, top: wordsY - linePx / 2, bottom: foot });
    y = foot + 12;
  }
  const words = (values: WordsByAlign, isBold: boolean): Layer[] =>
    (['start', 'end'] as const).flatMap((side) =>
      wordsLayer(values[side], {
        align: sheet.align(side),
        sizePx: textPx,
        linePx,
        fill: colours.ink,
        isBold,
      }),
    );
  return {
    widthPx,
    heightPx: Math.ceil(y - 6),
    isLabelled: true,
    layers: [
      ...(axis === undefined ? [] : axisLayers(axis, sheet, smallPx, look)),
      ...rulesLayer(guides, { stroke: colours.rule, widthPx: 0.75 }),
      ...rulesLayer(openSpans, {
        stroke: colours.tints[0] ?? colours.ink,
        widthPx: 2,
        dash: [2, 3],
      }),
      ...rulesLayer(spans, { stroke: colours.tints[0] ?? colours.ink, widthPx: barPx }),
      ...dotsLayer(dots, {
        shape: 'circle',
        fill: colours.tints[0] ?? colours.ink,
        stroke: colours.ground,
        sizePx: barPx + 2,
      }),
      ...words(dates, true),
      ...words(texts, false),
    ],
  };
}

type WordsByAlign = Record<'start' | 'end', Words[]>;

interface TimeAxis {
  readonly scale: LinearScale;
  readonly ticks: ReturnType<typeof timeTicks>;
  readonly headPx: number;
}

/** From the first moment to the last, a little room at both ends; undefined where no date is known. */
function timeAxis(
  events: readonly TimelineEvent[],
  { widthPx, smallPx, linePx }: Frame,
  { lang }: ChartLook,
): TimeAxis | undefined {
  const known = events.flatMap(({ from, to }) => [from, to].filter((one) => one !== undefined));
  if (known.length === 0) return undefined;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const spare = Math.max((last - first) * 0.02, dayMs);
  const domain = [first - spare, last + spare] as const;
  const ticks = timeTicks(domain, widthPx, { lang, sizePx: smallPx });
  const lines = Math.max(1, ...ticks.map((tick) => tick.lines.length));
  return { scale: { domain, range: [0, widthPx] }, ticks, headPx: lines * linePx + 6 };
}

function axisLayers(
  { scale, ticks, headPx }: TimeAxis,
  sheet: Sheet,
  sizePx: number,
  { colours }: ChartLook,
): Layer[] {
  const width = scale.range[1];
  const words = ticks.map(({ at, lines }): Words => {
    const half = Math.max(...lines.map((line) => textWidth(line, sizePx))) / 2;
    const place = Math.min(Math.max(scaled(scale, at), half), width - half);
    return { x: sheet.x(place), y: sizePx * 0.6, text: lines };
  });
  const marks = ticks.map(({ at }) => {
    const x = sheet.x(scaled(scale, at));
    return { x, x2: x, y: headPx - 5, y2: headPx };
  });
  return [
    ...wordsLayer(words, { align: 'center', sizePx, linePx: sizePx + 3, fill: colours.muted }),
    ...rulesLayer(marks, { stroke: colours.muted, widthPx: 0.75 }),
    ...rulesLayer([{ x: 0, x2: width, y: headPx, y2: headPx }], {
      stroke: colours.ink,
      widthPx: 1,
    }),
  ];
}

interface Mark {
  /** From the edge where reading starts. */
  readonly from: number;
  readonly to: number;
  readonly isDay: boolean;
}

/** Narrower marks than this are drawn this wide, so that they are seen. */
const leastMarkPx = 5;

function markOf({ from, to }: TimelineEvent, scale: LinearScale): Mark | undefined {
  const known = [from ?? to, to ?? from];
  const [first, last] = known;
  if (first === undefined || last === undefined) return undefined;
  const isDay = from !== undefined && to !== undefined && to - from <= dayMs;
  const [a, b] = [scaled(scale, first), scaled(scale, last)];
  const missing = Math.max(0, leastMarkPx - (b - a)) / 2;
  return { from: a - missing, to: b + missing, isDay };
}

/** Where the words stand: after the mark, else before it, else across the whole width. */
function roomBeside(mark: Mark | undefined, widthPx: number) {
  if (mark === undefined) return { side: 'start', roomPx: widthPx, atPx: 0 } as const;
  const after = widthPx - mark.to - gapPx;
  const before = mark.from - gapPx;
  if (after >= widthPx * leastShare || after >= before) {
    return { side: 'start', roomPx: after, atPx: mark.to + gapPx } as const;
  }
  return { side: 'end', roomPx: before, atPx: mark.from - gapPx } as const;
}

/** True where the dashes of a span without an end would run through the words beside it. */
function runsUnder({ from, to }: TimelineEvent, side: 'start' | 'end'): boolean {
  return side === 'start' ? to === undefined : from === undefined;
}

/** A thin line down from the axis to a mark, with gaps where words are. */
function guide(x: number, topPx: number, bottomPx: number, boxes: readonly Taken[]): Line[] {
  const lines: Line[] = [];
  let y = topPx;
  const crossed = boxes.filter(({ left, right }) => left < x && x < right);
  for (const { top, bottom } of crossed) {
    if (top > y) lines.push({ x, x2: x, y, y2: top });
    y = bottom;
  }
  return y < bottomPx ? [...lines, { x, x2: x, y, y2: bottomPx }] : lines;
}

/** A span that goes on, or whose end is not known, runs out in dashes. */
function openEnds(
  { from, to }: TimelineEvent,
  mark: Mark,
  sheet: Sheet,
  y: number,
  widthPx: number,
): Line[] {
  if (from !== undefined && to !== undefined) return [];
  const [start, end] = to === undefined ? [mark.to, widthPx] : [0, mark.from];
  const [a, b] = [sheet.x(start), sheet.x(end)];
  return [{ x: Math.min(a, b), x2: Math.max(a, b), y, y2: y }];
}
