/** The lines of a chart, placed on its sheet: what the lines and their labels have in common. */

/** One line: its points in order, placed on the sheet. A run ends where a value is not known. */
export interface PlacedSeries {
  readonly index: number;
  readonly name: string;
  readonly runs: readonly (readonly PlacedPoint[])[];
}

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  /** For areas: the lower edge. */
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
