/**
 * Strings as they stand in a content stream.
 * Source: ISO 32000-1, 7.3.4 (string objects), 7.9.2.2 (text strings).
 */

const CLOSE_PAREN = 0x29;
const OPEN_PAREN = 0x28;
const BACKSLASH = 0x5c;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Value of each hexadecimal digit by its byte; 255 for every other byte. */
const hexDigits = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? 255 : value;
});

/**
 * Calls `visit` for each character code in the strings between `start` and `end`; what stands between
 * strings (the shifts of TJ, an operator) is passed over.
 */
export function eachCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  codeLength: 1 | 2,
  visit: (code: number) => void,
): void {
  let at = start;
  while (at < end) {
    const byte = bytes[at];
    if (byte === LESS) at = eachHexCode(bytes, at + 1, end, codeLength * 2, visit);
    else if (byte === OPEN_PAREN) at = eachLiteralCode(bytes, at, end, codeLength, visit);
    else at += 1;
  }
}

/** A glyph that stands behind another: how far along, and its code. */
export interface Glyph {
  shift: number;
  code: number;
}

/**
 * `⏎8.73 0 Td <000D> Tj⏎` at `start`, as browsers write it → where it ends, the glyph filled in; `start`
 * again for anything else. One code, as long as the font has them.
 */
export function endOfGlyph(
  bytes: Uint8Array,
  start: number,
  codeLength: 1 | 2,
  glyph: Glyph,
): number {
  let at = start + 1;
  let value = 0;
  let scale = 0;
  let byte = bytes[at] ?? 0;
  const isNegative = byte === 0x2d;
  if (isNegative) byte = bytes[++at] ?? 0;
  for (; byte > 0x2d && byte < 0x3a; byte = bytes[++at] ?? 0) {
    if (byte === 0x2e) scale = 1;
    else if (byte === 0x2f) return start;
    else {
      value = value * 10 + byte - 0x30;
      scale *= 10;
    }
  }
  for (const expected of alongTheLine) {
    if (bytes[at] !== expected) return start;
    at += 1;
  }
  let code = 0;
  for (const last = at + codeLength * 2; at < last; at += 1) {
    const digit = hexDigits[bytes[at] ?? 0] ?? 255;
    if (digit === 255) return start;
    code = code * 16 + digit;
  }
  for (const expected of shown) {
    if (bytes[at] !== expected) return start;
    at += 1;
  }
  const size = scale > 1 ? value / scale : value;
  glyph.shift = isNegative ? -size : size;
  glyph.code = code;
  // The line end belongs to what follows.
  return bytes[start] === 0x0a ? at - 1 : start;
}

const alongTheLine = Uint8Array.from(Buffer.from(' 0 Td <', 'latin1'));
const shown = Uint8Array.from(Buffer.from('> Tj\n', 'latin1'));

function eachHexCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  digitCount: number,
  visit: (code: number) => void,
): number {
  let code = 0;
  let digits = 0;
  let at = start;
  for (; at < end && bytes[at] !== GREATER; at += 1) {
    const digit = hexDigits[bytes[at] ?? 0] ?? 255;
    if (digit === 255) continue;
    code = code * 16 + digit;
    digits += 1;
    if (digits === digitCount) {
      visit(code);
      code = 0;
      digits = 0;
    }
  }
  // An odd digit at the end counts as if a zero followed.
  if (digits > 0) visit(code * 16 ** (digitCount - digits));
  return at + 1;
}

function eachLiteralCode(
  bytes: Uint8Array,
  start: number,
  end: number,
  codeLength: 1 | 2,
  visit: (code: number) => void,
): number {
  const { bytes: content, end: after } = literal(bytes, start, end);
  for (let at = 0; at + codeLength <= content.length; at += codeLength)
    visit(codeLength === 1 ? (content[at] ?? 0) : content.readUInt16BE(at));
  return after;
}

/** `(…)` at `start` → its bytes, escapes undone, and where it ends. */
function literal(bytes: Uint8Array, start: number, end: number): { bytes: Buffer; end: number } {
  const content: number[] = [];
  let depth = 0;
  let at = start;
  for (; at < end; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte === OPEN_PAREN) {
      depth += 1;
      if (depth === 1) continue;
    } else if (byte === CLOSE_PAREN) {
      depth -= 1;
      if (depth === 0) break;
    } else if (byte === BACKSLASH) {
      at += 1;
      byte = bytes[at] ?? 0;
      const escaped = escapes.get(byte);
      if (escaped !== undefined) byte = escaped;
      else if (byte >= 0x30 && byte <= 0x37) {
        const octal = Buffer.from(bytes.subarray(at, at + 3))
          .toString('latin1')
          .match(/^[0-7]+/)?.[0];
        byte = Number.parseInt(octal ?? '0', 8) & 0xff;
        at += (octal?.length ?? 1) - 1;
      } else if (byte === 13 || byte === 10) {
        if (byte === 13 && bytes[at + 1] === 10) at += 1;
        continue;
      }
    }
    content.push(byte);
  }
  return { bytes: Buffer.from(content), end: at + 1 };
}

/** `\n`, `\r`, `\t`, `\b`, `\f`. */
const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

/** The first string in a piece of a content stream → its text: UTF-16 with a mark, else Latin. */
export function firstText(source: string): string {
  const start = source.search(/[(<]/);
  if (start === -1) return '';
  const codes: number[] = [];
  const bytes = Buffer.from(source, 'latin1');
  const end = source[start] === '<' ? source.indexOf('>', start) + 1 : source.length;
  const first = source[start] === '<' ? end : literal(bytes, start, end).end;
  eachCode(bytes, start, first, 1, (code) => codes.push(code));
  const content = Buffer.from(codes);
  if (content[0] === 0xfe && content[1] === 0xff && content.length % 2 === 0)
    return content.subarray(2).swap16().toString('utf16le');
  return content.toString('latin1');
}
