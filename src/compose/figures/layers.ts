/**
 * The few kinds of Vega-Lite layers that charts are made of. Values go through a scale; what is laid
 * out by us (rows, words) stands in pixels, with the scale switched off.
 */
import type { Layer } from './frame.ts';

/** A linear scale with ends that we chose; `range` in pixels. */
export interface LinearScale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** Words at places. Several lines are an array. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string | readonly string[];
}

export interface WordStyle {
  readonly align: 'left' | 'center' | 'right';
  /** Where `y` lies: `line-top` for the first of several lines. */
  readonly baseline?: 'middle' | 'alphabetic' | 'top' | 'bottom';
  readonly sizePx: number;
  readonly linePx?: number;
  readonly fill: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
}

/** Words at places in pixels. */
export function wordsLayer(values: readonly Words[], style: WordStyle): Layer[] {
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: {
        type: 'text',
        align: style.align,
        baseline: style.baseline ?? 'middle',
        fontSize: style.sizePx,
        lineHeight: style.linePx ?? style.sizePx * 1.25,
        fontWeight: style.isBold ? 600 : 400,
        fontStyle: style.isItalic ? 'italic' : 'normal',
        fill: style.fill,
      },
      encoding: { ...pixels('x', 'y'), text: { field: 'text', type: 'nominal' } },
    },
  ];
}

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Stroke {
  readonly stroke: string;
  readonly widthPx: number;
  readonly dash?: readonly number[] | undefined;
}

/** Straight lines between places in pixels. */
export function rulesLayer(values: readonly Line[], { stroke, widthPx, dash }: Stroke): Layer[] {
  if (values.length === 0) return [];
  const mark = {
    type: 'rule',
    stroke,
    strokeWidth: widthPx,
    ...(dash ? { strokeDash: dash } : {}),
  };
  return [{ data: { values }, mark, encoding: pixels('x', 'y', 'x2', 'y2') }];
}

/** Boxes whose one direction is a value on a scale, and the other pixels. */
export interface Box {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Bars: `from` and `to` are values, `low` and `high` pixels across them. */
export function barsLayer(
  values: readonly Box[],
  scale: LinearScale,
  isAcross: boolean,
  fill: string,
): Layer[] {
  if (values.length === 0) return [];
  const along = isAcross ? 'x' : 'y';
  const across = isAcross ? 'y' : 'x';
  return [
    {
      data: { values },
      mark: { type: 'bar', fill, orient: isAcross ? 'horizontal' : 'vertical', binSpacing: 0 },
      encoding: {
        [along]: { field: 'from', ...linear(scale) },
        [`${along}2`]: { field: 'to' },
        [across]: { field: 'low', type: 'quantitative', scale: null, axis: null },
        [`${across}2`]: { field: 'high' },
      },
    },
  ];
}

export const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'triangle-down',
  'cross',
] as const;

export interface Dots {
  readonly shape: (typeof shapes)[number];
  readonly fill: string;
  readonly stroke: string;
  /** Width of the shape in pixels. */
  readonly sizePx: number;
}

/** Shapes at places in pixels. */
export function dotsLayer(
  values: readonly { readonly x: number; readonly y: number }[],
  { shape, fill, stroke, sizePx }: Dots,
): Layer[] {
  if (values.length === 0) return [];
  const mark = {
    type: 'point',
    shape,
    filled: true,
    fill,
    stroke,
    strokeWidth: 1,
    opacity: 1,
    // Vega sizes shapes by their area, those of squares.
    size: sizePx * sizePx,
  };
  return [{ data: { values }, mark, encoding: pixels('x', 'y') }];
}

/** The encoding of a value on a linear scale without an axis of Vega's. */
export function linear({ domain, range }: LinearScale) {
  return {
    type: 'quantitative',
    scale: { type: 'linear', domain, range, nice: false, zero: false, clamp: false },
    axis: null,
  };
}

/** value, scale → pixels. */
export function scaled({ domain, range }: LinearScale, value: number): number {
  const [from, to] = domain;
  const share = to === from ? 0 : (value - from) / (to - from);
  return range[0] + share * (range[1] - range[0]);
}

function pixels(...channels: readonly ('x' | 'y' | 'x2' | 'y2')[]) {
  const entries = channels.map((channel) => [
    channel,
    channel.length > 1
      ? { field: channel }
      : { field: channel, type: 'quantitative', scale: null, axis: null },
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}
