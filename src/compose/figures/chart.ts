/**
 * What a chart says, before anything is drawn: read from a figure's rows, checked, and already in the
 * words and numbers of the brief's language. All of it is plain data, so that one chart and one look
 * always give the same drawing.
 */

/** Everything that can be drawn. */
export type Chart = Plot | Timeline | Custom;

/** Values over names, moments or numbers. */
export interface Plot {
  readonly type: 'plot';
  readonly kind: 'bar' | 'line' | 'area' | 'dot';
  /** Bars and dots: values run across the page, and the steps downwards. */
  readonly isAcross: boolean;
  readonly isStacked: boolean;
  /** What the steps are: names in the order of the data, moments, or numbers. */
  readonly scale: 'names' | 'time' | 'numbers';
  readonly steps: readonly Step[];
  /** Names of the series in the order of the data; none where there is no such column. */
  readonly series: readonly string[];
  /** One for each of the small multiples; else one without a title. */
  readonly panels: readonly Panel[];
}

/** A place along the axis that values do not run on. */
export interface Step {
  readonly text: string;
  /** Milliseconds since 1970 in UTC, or the number itself; undefined for a name. */
  readonly at: number | undefined;
}

export interface Panel {
  readonly title: string | undefined;
  readonly points: readonly Point[];
}

/** One value, or the fact that it is not known. */
export interface Point {
  /** Index of its step. */
  readonly step: number;
  /** Index of its series; 0 where there is none. */
  readonly series: number;
  readonly value: number | null;
  /** The value as it is printed. */
  readonly text: string;
}

/** Dated events, one below the other. */
export interface Timeline {
  readonly type: 'timeline';
  readonly events: readonly TimelineEvent[];
}

export interface TimelineEvent {
  /** The date as it is printed, at its own precision. */
  readonly date: string;
  readonly text: string;
  /** First moment that it can mean, in milliseconds; undefined where it has no known start. */
  readonly from: number | undefined;
  /** The moment after the last that it can mean; undefined where it has no known end. */
  readonly to: number | undefined;
}

/** A specification that an author wrote, with the rows it is to be drawn from. */
export interface Custom {
  readonly type: 'custom';
  readonly spec: Readonly<Record<string, unknown>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/** What charts look like in one brief, and the few words that they need. */
export interface ChartLook {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly colours: ChartColours;
  /** Families for words, the first one the office's. */
  readonly fonts: readonly string[];
  /** What stands where a value is missing. */
  readonly missing: string;
  /** Belongs to the numbers of the axis: a percent sign, or nothing. */
  readonly unit: string | undefined;
}

/** `#rrggbb` each, as on white paper. */
export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly ground: string;
  /** For lines and dots: told apart by hue, by shape and by dash. The first is the accent. */
  readonly series: readonly string[];
  /** For areas that touch: told apart by lightness, dark to light. The first is the accent. */
  readonly tints: readonly string[];
}
