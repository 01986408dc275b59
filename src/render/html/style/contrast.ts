/** Colours that must be readable on their ground. */

/** Red, green and blue, each 0–255. */
type Rgb = readonly [number, number, number];

/**
 * A colour (`#1f3a5f`), a ground → the colour, mixed with as much white as it needs to reach a contrast
 * of `ratio` on that ground. The ground must be dark.
 */
export function lightenedFor(ground: string, colour: string, ratio: number): string {
  const rgb = rgbOf(colour);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = hexOf(mixedWithWhite(rgb, share));
    if (contrast(mixed, ground) >= ratio) return mixed;
  }
  return '#ffffff';
}

/** Two colours → their contrast, 1–21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
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

function mixedWithWhite([red, green, blue]: Rgb, share: number): Rgb {
  const mix = (value: number): number => Math.round(value + (255 - value) * share);
  return [mix(red), mix(green), mix(blue)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
