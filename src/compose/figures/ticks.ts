/** Round numbers for an axis. */
import type { ChartLook } from './chart.ts';
import { quantityText } from './quantity.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

export interface Axis {
  /** First and last tick. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** Values, about how many steps → an axis of round numbers that holds them all. */
export function axisOf(values: readonly number[], steps: number, look: ChartLook): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = roundStep((high - low || Math.abs(high) || 1) / steps);
  const first = Math.floor(low / step + tolerance);
  const last = Math.max(Math.ceil(high / step - tolerance), first + 1);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + tolerance));
  const ticks = Array.from({ length: last - first + 1 }, (_, index): Tick => {
    // Not (first + index) * step alone: 3 * 0.1 is 0.30000000000000004.
    const value = Number(((first + index) * step).toFixed(digits));
    return { value, text: quantityText({ value, digits }, look.unit, look.lang) };
  });
  return { domain: [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], ticks };
}

const tolerance = 1e-9;

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - tolerance)) ?? 10;
  return factor * power;
}
