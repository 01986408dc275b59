/**
 * Finds the operators of a page's content stream. It reads no operand; whoever needs one cuts it out
 * of the bytes between `start` and `end`.
 * Source: ISO 32000-1, 7.2 (lexical conventions), 7.8.2 (content streams), 8.9.7 (inline images).
 */

/**
 * Called for each operator: its name, where its first operand starts, where its name ends. May return
 * where to go on, to leave something out.
 */
export type VisitOperator = (name: string, start: number, end: number) => number | undefined;

/** Bytes of a content stream, unpacked → one call for each operator, in order. */
export function scanContent(bytes: Uint8Array, visit: VisitOperator): void {
  const length = bytes.length;
  let at = 0;
  let start = -1;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    const kind = kinds[byte];
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    if (byte === PERCENT) {
      at = endOfLine(bytes, at);
      continue;
    }
    if (start === -1) start = at;
    if (kind !== LETTER) {
      at = endOfOperand(bytes, at);
      continue;
    }
    const wordStart = at;
    let code = 0;
    while (at < length && (kinds[bytes[at] ?? 0] ?? 0) >= REGULAR) {
      code = code * 256 + (bytes[at] ?? 0);
      at += 1;
    }
    const name = nameOf(code, bytes, wordStart, at);
    // `true`, `false` and `null` are operands that look like operators.
    if (name === 'true' || name === 'false' || name === 'null') continue;
    if (name === 'ID') at = endOfInlineImage(bytes, at);
    at = visit(name, start, at) ?? at;
    start = -1;
  }
}

const PERCENT = 0x25;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;
const BACKSLASH = 0x5c;

const SPACE = 0;
const DELIMITER = 1;
const REGULAR = 2;
/** A regular character that an operator can start with. */
const LETTER = 3;

/** Byte → its kind. Source: ISO 32000-1, tables 1 and 2. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if ('\0\t\n\f\r '.includes(character)) return SPACE;
  if ('()<>[]{}/%'.includes(character)) return DELIMITER;
  return /[A-Za-z'"]/.test(character) ? LETTER : REGULAR;
});

function isRegular(byte: number): boolean {
  return (kinds[byte] ?? 0) >= REGULAR;
}

function endOfOperand(bytes: Uint8Array, from: number): number {
  const byte = bytes[from];
  if (byte === OPEN_PAREN) return endOfString(bytes, from);
  // Brackets and dictionary marks are stepped over one by one; what they hold are operands again.
  if (byte === LESS && bytes[from + 1] !== LESS) {
    const end = bytes.indexOf(GREATER, from);
    return end === -1 ? bytes.length : end + 1;
  }
  let at = from + 1;
  if (byte !== SLASH && !isRegular(byte ?? 0)) return at;
  while (at < bytes.length && isRegular(bytes[at] ?? 0)) at += 1;
  return at;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN_PAREN) depth += 1;
    else if (byte === CLOSE_PAREN) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return at;
}

/** The data of an inline image end at an `EI` that stands by itself. */
function endOfInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 3 < bytes.length; at += 1) {
    const isEnd =
      kinds[bytes[at] ?? 0] === SPACE &&
      bytes[at + 1] === 0x45 &&
      bytes[at + 2] === 0x49 &&
      !isRegular(bytes[at + 3] ?? 0);
    if (isEnd) return at;
  }
  return bytes.length;
}

/**
 * The operators, as literals: comparing one with another literal is comparing two addresses, which a
 * name cut out of the bytes would not be. Source: ISO 32000-1, annex A.
 */
const operators = [
  ...['Td', 'Tj', 'TJ', 'Tm', 'Tf', 'BT', 'ET', 'BDC', 'BMC', 'EMC', 'q', 'Q', 'cm', 're', 'f'],
  ...['m', 'l', 'c', 'h', 'W', 'W*', 'n', 'rg', 'RG', 'g', 'G', 'gs', 'Do', 'w', 'S', 's', 'f*'],
  ...['F', 'B', 'B*', 'b', 'b*', 'v', 'y', 'sh', 'TD', 'T*', 'Tc', 'Tw', 'Tz', 'TL', 'Tr', 'Ts'],
  ...["'", '"', 'd', 'd0', 'd1', 'i', 'j', 'J', 'M', 'ri', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn'],
  ...['SCN', 'BI', 'ID', 'EI', 'MP', 'DP', 'BX', 'EX'],
];

/** A name's bytes as one number → the operator. */
const names: ReadonlyMap<number, string> = new Map(
  operators.map((name) => [
    [...Buffer.from(name)].reduce((code, byte) => code * 256 + byte, 0),
    name,
  ]),
);

function nameOf(code: number, bytes: Uint8Array, start: number, end: number): string {
  return (
    names.get(code) ??
    Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
  );
}
