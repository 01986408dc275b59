/** What drawing a figure gives to the view. */
import type { Drawing } from '../../model/tree.ts';

/** A chart that has been drawn. */
export interface DrawnFigure {
  readonly drawing: Drawing;
  /** Every known value stands in it as a number, so that paper needs no table. */
  readonly isLabelled: boolean;
}
