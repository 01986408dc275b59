/** `{{#if (is kind "direct")}}`: two plain values are the same. */
export function is(a: unknown, b: unknown): boolean {
  return a === b;
}
