/** Colours that must be readable on their ground. Every colour is six hexadecimal digits: `#1f3a5f`. */

/** Contrast that text needs. Source: WCAG 2.2, success criterion 1.4.3 (level AA). */
export const textContrast = 4.5;

/** Red, green and blue, each 0–255. */
type Rgb = readonly [number, number, number];

/**
 * A colour, a ground → the colour, mixed with as much white as it needs to reach a contrast of `ratio`
 * on that ground. The ground must be dark.
 */
export function lightenedFor(ground: string, colour: string, ratio: number): string {
  return mixedUntil(colour, '#ffffff', (mixed) => contrast(mixed, ground) >= ratio);
}

/**
 * A colour, a ground → the colour, mixed with as much black as it needs to reach a contrast of `ratio`
 * on that ground. The ground must be light.
 */
export function darkenedFor(ground: string, colour: string, ratio: number): string {
  return mixedUntil(colour, '#000000', (mixed) => contrast(mixed, ground) >= ratio);
}

/** Two colours → their contrast, 1–21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

/** Two colours, share of the first (0–1) → their mixture in sRGB. */
export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  const values = a.map((value, index) => Math.round(value * share + (b[index] ?? 0) * (1 - share)));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Steps of a mixture: fine enough that the result is as near to the colour as an eye can tell. */
const steps = 100;

function mixedUntil(colour: string, end: string, isEnough: (colour: string) => boolean): string {
  for (let step = 0; step < steps; step += 1) {
    const candidate = mixed(end, colour, step / steps);
    if (isEnough(candidate)) return candidate;
  }
  return end;
}

/** Source: WCAG 2.2, "relative luminance". */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
