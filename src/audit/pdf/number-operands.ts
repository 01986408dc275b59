/**
 * Numbers as they stand in a content stream, read from the bytes without making strings of them.
 * Source: ISO 32000-1, 7.3.3 (numeric objects).
 */

/** Operands from `start` to `end` → the last `count` numbers among them, in order. */
export function numbersIn(bytes: Uint8Array, start: number, end: number, count: number): number[] {
  const numbers: number[] = [];
  let at = start;
  while (at < end) {
    const from = at;
    while (at < end && (bytes[at] ?? 0) > 0x20) at += 1;
    if (isNumeric(bytes[from] ?? 0)) numbers.push(numberAt(bytes, from, at));
    at += 1;
  }
  // What an operator before these has left behind is none of its operands.
  return numbers.length > count ? numbers.slice(-count) : numbers;
}

/** The number that the operands from `start` to `end` begin with; 0 where there is none. */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) <= 0x20) at += 1;
  const isNegative = bytes[at] === MINUS;
  if (isNegative || bytes[at] === PLUS) at += 1;
  let value = 0;
  let scale = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT) scale = 1;
    else if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      scale *= 10;
    } else break;
  }
  const size = scale > 1 ? value / scale : value;
  return isNegative ? -size : size;
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function isNumeric(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || byte === POINT || byte === MINUS || byte === PLUS;
}
