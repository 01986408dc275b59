/** How far the marks of a chart reach, over all of its panels: what its one scale has to hold. */
import type { Plot } from './chart.ts';

/** plot → its values; of stacks, their sums. A value that is not known counts as zero. */
export function heightsOf({ isStacked, steps, panels }: Plot): number[] {
  if (!isStacked) return panels.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  return panels.flatMap(({ points }) =>
    steps.map((_, index) =>
      points.reduce((sum, { step, value }) => (step === index ? sum + (value ?? 0) : sum), 0),
    ),
  );
}
