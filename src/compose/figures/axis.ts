/** An axis of values for charts whose points are not all labelled: thin rules, and a number to each. */
import type { ChartLook } from './chart.ts';
import type { Layer, Sheet } from './frame.ts';
import { type LinearScale, rulesLayer, scaled, wordsLayer } from './layers.ts';
import type { Tick } from './ticks.ts';

export interface AxisPlace {
  readonly sheet: Sheet;
  /** Ends of the rules, from the edge where reading starts. */
  readonly startPx: number;
  readonly endPx: number;
  readonly sizePx: number;
}

/** ticks, scale (in pixels from the top), place, look → rules from edge to edge with numbers before them. */
export function axisLayers(
  ticks: readonly Tick[],
  scale: LinearScale,
  { sheet, startPx, endPx, sizePx }: AxisPlace,
  { colours }: ChartLook,
): Layer[] {
  const rules = ticks.map(({ value }) => {
    const y = scaled(scale, value);
    return { x: sheet.x(startPx), x2: sheet.x(endPx), y, y2: y };
  });
  const numbers = ticks.map(({ value, text }) => ({
    x: sheet.x(startPx - 6),
    y: scaled(scale, value),
    text,
  }));
  return [
    ...rulesLayer(rules, { stroke: colours.rule, widthPx: 0.75 }),
    ...wordsLayer(numbers, { align: sheet.align('end'), sizePx, fill: colours.muted }),
  ];
}
