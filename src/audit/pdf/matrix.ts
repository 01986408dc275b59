/** Transformations of the page. Source: ISO 32000-1, 8.3.3 and 8.3.4. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Operands of `cm` or `Tm`, what they stand in → both in one. */
export function product(inner: readonly number[], [a, b, c, d, e, f]: Matrix): Matrix {
  const [a1 = 1, b1 = 0, c1 = 0, d1 = 1, e1 = 0, f1 = 0] = inner;
  return [
    a1 * a + b1 * c,
    a1 * b + b1 * d,
    c1 * a + d1 * c,
    c1 * b + d1 * d,
    e1 * a + f1 * c + e,
    e1 * b + f1 * d + f,
  ];
}
