/** Finds room for labels, so that none lies on another. */

/** A label that stands at one side of the plot and may move up or down. */
export interface Wanted {
  /** Middle, where it would best stand. */
  readonly y: number;
  readonly heightPx: number;
}

/** Labels of one column → their middles, in the same order: moved apart, inside the limits where they fit. */
export function spread(
  labels: readonly Wanted[],
  { topPx, bottomPx }: { topPx: number; bottomPx: number },
): number[] {
  const order = labels.map((label, index) => ({ ...label, index })).sort((a, b) => a.y - b.y);
  const placed: { y: number; heightPx: number; index: number }[] = [];
  for (const label of order) {
    const above = placed.at(-1);
    const least = above === undefined ? topPx : above.y + above.heightPx / 2;
    placed.push({ ...label, y: Math.max(label.y, least + label.heightPx / 2) });
  }
  let limit = bottomPx;
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, limit - label.heightPx / 2);
    limit = label.y - label.heightPx / 2;
  }
  return placed.sort((a, b) => a.index - b.index).map(({ y }) => y);
}

/** A rectangle that is taken. */
export interface Taken {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Middle and size of a label → its rectangle. */
export function boxAround(x: number, y: number, widthPx: number, heightPx: number): Taken {
  return {
    left: x - widthPx / 2,
    right: x + widthPx / 2,
    top: y - heightPx / 2,
    bottom: y + heightPx / 2,
  };
}

/** True where two rectangles share some ground. */
export function overlaps(one: Taken, other: Taken): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** A straight line → small rectangles along it. */
export function along(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Taken[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / samplePx));
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    const x = from.x + (to.x - from.x) * share;
    return boxAround(x, from.y + (to.y - from.y) * share, samplePx, samplePx);
  });
}

const samplePx = 3;
