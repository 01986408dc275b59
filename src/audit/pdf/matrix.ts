/** Transformations of the page. Source: ISO 32000-1, 8.3.3 and 8.3.4. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Operands of `cm` or `Tm` → the matrix; what is missing is that of the identity. */
export function matrixOf(operands: readonly number[]): Matrix {
  const at = (index: number) => operands[index] ?? identity[index] ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** A matrix, what it stands in → both in one. */
export function product(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}
