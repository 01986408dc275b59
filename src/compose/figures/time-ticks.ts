/** Places along an axis of time: days, months or years, whichever leave room for their names. */
import { textWidth } from './text-width.ts';

export interface TimeTick {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** One line, or the month above its year. */
  readonly lines: readonly string[];
}

type Unit = 'day' | 'month' | 'year';

/** From finest to coarsest. */
const steps: readonly (readonly [Unit, number])[] = [
  ['day', 1],
  ['day', 7],
  ['month', 1],
  ['month', 2],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
  ['year', 250],
  ['year', 1000],
];

/** First and last moment, width of the axis, size of the words → ticks that do not touch. */
export function timeTicks(
  [from, to]: readonly [number, number],
  widthPx: number,
  { lang, sizePx, finest = 'day' }: { lang: string; sizePx: number; finest?: Unit },
): TimeTick[] {
  const start = steps.findIndex(([unit]) => unit === finest);
  let best: TimeTick[] = [];
  for (const [unit, count] of steps.slice(start)) {
    const moments = momentsOf([from, to], unit, count);
    if (moments.length > mostTicks) continue;
    const ticks = named(moments, unit, lang);
    best = ticks;
    const perMs = widthPx / Math.max(1, to - from);
    const isRoomy = ticks.every(({ at, lines }, index) => {
      const next = ticks[index + 1];
      if (next === undefined) return true;
      const room = (next.at - at) * perMs;
      return room >= (widthOf(lines, sizePx) + widthOf(next.lines, sizePx)) / 2 + gapPx;
    });
    if (isRoomy) return ticks;
  }
  return best.slice(0, 1);
}

/** More than this could not be told apart in any width. */
const mostTicks = 40;
const gapPx = 14;

function widthOf(lines: readonly string[], sizePx: number): number {
  return Math.max(...lines.map((line) => textWidth(line, sizePx)));
}

/** Every `count`th beginning of a unit between two moments, both included. */
function momentsOf([from, to]: readonly [number, number], unit: Unit, count: number): number[] {
  const first = new Date(from);
  const year = first.getUTCFullYear();
  const moments: number[] = [];
  for (let index = 0; moments.length <= mostTicks; index += 1) {
    const at =
      unit === 'year'
        ? utc(Math.ceil(year / count) * count + index * count)
        : unit === 'month'
          ? utc(year, index * count)
          : utc(year, first.getUTCMonth(), first.getUTCDate() + index * count);
    if (at > to) break;
    if (at >= from) moments.push(at);
  }
  return moments;
}

/** Not `Date.UTC`, which takes the years 1–99 for 1901–1999. */
function utc(year: number, month = 0, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The year stands with the first tick and with every other one that a new year begins before. */
function named(moments: readonly number[], unit: Unit, lang: string): TimeTick[] {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const year = write({ year: 'numeric' });
  const fine =
    unit === 'day' ? write({ day: 'numeric', month: 'short' }) : write({ month: 'short' });
  return moments.map((at, index): TimeTick => {
    if (unit === 'year') return { at, lines: [year.format(at)] };
    const before = moments[index - 1];
    const isNew =
      before === undefined || new Date(before).getUTCFullYear() < new Date(at).getUTCFullYear();
    return { at, lines: isNew ? [fine.format(at), year.format(at)] : [fine.format(at)] };
  });
}
