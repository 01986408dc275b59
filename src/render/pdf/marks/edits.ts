/** Changes to the bytes of a content stream. */

export interface Edit {
  readonly at: number;
  /** How many bytes the text stands in place of. */
  readonly length: number;
  /** Latin-1. */
  readonly text: string;
}

/** bytes, edits that do not overlap → the changed bytes. */
export function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, length, text } of [...edits].sort((a, b) => a.at - b.at)) {
    parts.push(bytes.subarray(from, at), Buffer.from(text, 'latin1'));
    from = at + length;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}
