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
  const content = bytes.toString('latin1');
  let changed = '';
  let from = 0;
  for (const { at, length, text } of [...edits].sort((a, b) => a.at - b.at)) {
    changed += content.slice(from, at) + text;
    from = at + length;
  }
  return Buffer.from(changed + content.slice(from), 'latin1');
}
