/**
 * Copies of what is plain data: trees as a parser made them. `structuredClone` does the same for far
 * more kinds of values and takes ten times as long.
 */

/** Objects, lists and scalars, however deep → the same, none of it shared. */
export function copyTree<T>(value: T): T {
  // What is copied field by field, or item by item, is of the type of what it was copied from.
  if (Array.isArray(value)) return value.map((item: unknown) => copyTree(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = copyTree(value[key]);
  return copy as T;
}
