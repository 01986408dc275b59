/**
 * The colours of charts, made from the office's two. Lines are told apart by hue, areas by lightness,
 * so that a photocopy still reads; neither is ever the only difference.
 */
import type { ChartColours } from './chart.ts';

/** accent, ink and the colour of small print (`#rrggbb`) → colours on white paper. */
export function coloursFrom(accent: string, ink: string, muted = '#4a5156'): ChartColours {
  const first = accent.toLowerCase();
  const others = Object.values(hues)
    .map((colour) => ({ colour, distance: hueDistance(colour, first) }))
    // A grey has no hue that could be mistaken.
    .filter(({ colour, distance }) => isGrey(colour) || distance > tooNear)
    .map(({ colour }) => colour);
  return {
    ink: ink.toLowerCase(),
    muted: muted.toLowerCase(),
    rule: '#c9cfd2',
    ground: '#ffffff',
    series: [first, ...others].slice(0, mostSeries),
    tints: tintShares.map((share) => mix(first, '#ffffff', share)),
  };
}

/** As many lines, shapes or tints as a reader can tell apart in one chart. */
export const mostSeries = 6;

/**
 * At least 3:1 on white (WCAG 2.2, 1.4.11), far from each other for readers without red or green.
 * Source: after M. Okabe and K. Ito, "Color Universal Design" (2008), darkened for thin lines.
 */
export const hues = {
  orange: '#c2571a',
  grey: '#6b747b',
  purple: '#8a4f9e',
  blue: '#2f6db5',
  olive: '#8c7400',
  green: '#3c8a5b',
} as const;

/** Degrees on the circle of hues. */
const tooNear = 28;

/** Share of the accent in each tint: equal steps of lightness, the last still seen on white. */
const tintShares = [1, 0.68, 0.46, 0.3, 0.19, 0.1] as const;

/** Two colours, share of the first → their mixture. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  const mixed = a.map((value, index) => Math.round(value * share + (b[index] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** True where white text reads better on it than black. */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // Source: WCAG 2.2, "relative luminance"; 0.179 is where both contrasts are equal.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}

function channels(colour: string): readonly number[] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function isGrey(colour: string): boolean {
  const values = channels(colour);
  return Math.max(...values) - Math.min(...values) < 40;
}

function hueDistance(one: string, other: string): number {
  const gap = Math.abs(hue(one) - hue(other));
  return Math.min(gap, 360 - gap);
}

function hue(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  // Source: CSS Color 4, hue of HSL by its geometric form.
  const angle = Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue);
  return ((angle * 180) / Math.PI + 360) % 360;
}
