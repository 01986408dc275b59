/**
 * A string's value back to the text it was typed as: which character of the file each character of
 * the value came from, with quotes, escapes, folded lines and block indents undone.
 */
import type { Scalar } from 'yaml';

/** raw text of a scalar, its value, its style → for each UTF-16 unit of the value, its raw offset. */
export function alignScalar(raw: string, value: string, type: Scalar.Type | string): number[] {
  const isDouble = type === 'QUOTE_DOUBLE';
  const isSingle = type === 'QUOTE_SINGLE';
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const offsets: number[] = [];
  let at = isBlock ? raw.indexOf('\n') + 1 : isDouble || isSingle ? 1 : 0;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charAt(index);
    if (isSpace(unit)) {
      if (isBlock && unit === ' ')
        at = skipIndent(raw, at, index === 0 || value[index - 1] === '\n');
      offsets.push(Math.min(at, raw.length));
      if (isDouble && raw[at] === '\\') at += escapeLength(raw, at);
      else if (isSpace(raw.charAt(at))) at += 1;
      continue;
    }
    at = skipSpace(raw, at, isDouble);
    offsets.push(Math.min(at, raw.length));
    if (isDouble && raw[at] === '\\') {
      const length = escapeLength(raw, at);
      if (isHighSurrogate(unit) && length === 10) {
        offsets.push(at);
        index += 1;
      }
      at += length;
    } else if (isSingle && raw[at] === "'" && raw[at + 1] === "'") {
      at += 2;
    } else {
      at += 1;
    }
  }
  return offsets;
}

/** At the start of a block's line, its indent is not part of the value. */
function skipIndent(raw: string, at: number, isLineStart: boolean): number {
  if (!isLineStart) return at;
  let next = at;
  while (raw[next] === ' ' && raw[next + 1] === ' ') next += 1;
  return next;
}

function skipSpace(raw: string, at: number, isDouble: boolean): number {
  let next = at;
  while (next < raw.length) {
    if (isSpace(raw.charAt(next))) next += 1;
    else if (isDouble && raw[next] === '\\' && raw[next + 1] === '\n') next += 2;
    else break;
  }
  return next;
}

/** `\n`, `\x41`, `\u00e9`, `\U0001F600` → 2, 4, 6, 10. */
function escapeLength(raw: string, at: number): number {
  const kind = raw[at + 1];
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
}

function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\t';
}

function isHighSurrogate(unit: string): boolean {
  return unit >= '\uD800' && unit <= '\uDBFF';
}
