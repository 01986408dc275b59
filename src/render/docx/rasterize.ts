/** Pictures of drawings, for readers of Word files that cannot draw SVG. */

/** data URL of an SVG → PNG. */
export type Rasters = ReadonlyMap<string, Uint8Array>;
