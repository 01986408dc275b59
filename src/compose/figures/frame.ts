/** The two sizes in which every chart is drawn, and what both have in common. */

/** Sizes in pixels of the drawing; a page scales it to the width that it has. */
export interface Frame {
  readonly name: 'wide' | 'narrow';
  readonly widthPx: number;
  /** Words and values. */
  readonly textPx: number;
  /** What stands on axes. */
  readonly smallPx: number;
  /** Height of a plot without rows of its own. */
  readonly plotPx: number;
  /** From one line of a label to the next. */
  readonly linePx: number;
  /** With more values than these along lines, they would hide the lines. */
  readonly mostValues: number;
}

/**
 * `wide` is the width of a figure on A4 (164 mm at 96 dpi), so that its words print at their own size.
 * `narrow` is for telephones, where the wide one would be unreadable.
 */
export const frames: Readonly<Record<Frame['name'], Frame>> = {
  wide: {
    name: 'wide',
    widthPx: 620,
    textPx: 13,
    smallPx: 12,
    plotPx: 230,
    linePx: 16,
    mostValues: 14,
  },
  narrow: {
    name: 'narrow',
    widthPx: 340,
    textPx: 14,
    smallPx: 13,
    plotPx: 220,
    linePx: 17,
    mostValues: 10,
  },
};

/** Where one plot of a chart is to be drawn. */
export interface Place {
  readonly frame: Frame;
  readonly widthPx: number;
  /** What is taken above it. */
  readonly topPx: number;
  /** Whether it has to name its series in a key of its own. */
  readonly hasKey: boolean;
}

/** A drawing before it is drawn: Vega-Lite layers on a sheet of a size. */
export interface Sketch {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layers: readonly Layer[];
  /** Every value that is known stands in it as a number. */
  readonly isLabelled: boolean;
}

/** A Vega-Lite unit specification. */
export type Layer = Readonly<Record<string, unknown>>;

/** What a text does at its x: in reading order, so that right-to-left charts are mirrored. */
export type Align = 'start' | 'middle' | 'end';

/** Positions in reading order → positions on the sheet. */
export interface Sheet {
  /** Pixels from the edge where reading starts → pixels from the left. */
  x(fromStart: number): number;
  align(align: Align): 'left' | 'center' | 'right';
}

/** width, direction → a sheet; one that is read from the right is mirrored. */
export function sheetOf(widthPx: number, dir: 'ltr' | 'rtl'): Sheet {
  const isMirrored = dir === 'rtl';
  const names = { start: 'left', middle: 'center', end: 'right' } as const;
  const mirrored = { start: 'right', middle: 'center', end: 'left' } as const;
  return {
    x: (fromStart) => round(isMirrored ? widthPx - fromStart : fromStart),
    align: (align) => (isMirrored ? mirrored : names)[align],
  };
}

/** Hundredths of a pixel: what is finer only makes files longer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
