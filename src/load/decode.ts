/**
 * Bytes → text, or the reason why not. Only UTF-8 is read; a byte order mark is dropped and line
 * ends become LF, so that the same words give the same brief wherever they were typed.
 */
import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';

/** Largest data file that is read, in bytes. Far above what people write, far below trouble. */
export const maxBytes = 10_000_000;

/** path and bytes → text with LF line ends; `undefined` where nothing can be made of the bytes. */
export function decode(file: string, bytes: Uint8Array): Outcome<string | undefined> {
  if (bytes.length > maxBytes) return failed(tooLarge(file, bytes.length));
  if (isUtf16(bytes)) return failed(diagnose('encoding-utf16', {}, startOf(file)));
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const start = normalise(new TextDecoder().decode(bytes.subarray(0, offset))).length;
    const place = { span: { file, start, end: start + 1 } };
    return failed(diagnose('encoding-invalid', { offset }, place));
  }
  return { value: normalise(new TextDecoder().decode(bytes)), diagnostics: [] };
}

/** A file that is not even opened, by its size in bytes. */
export function tooLarge(file: string, size: number): Diagnostic {
  const slots = { megabytes: Math.round(size / 1e6), limit: maxBytes / 1e6 };
  return diagnose('file-too-large', slots, startOf(file));
}

/** Bytes of any kind → some text, for looking for names in what cannot be read. */
export function decodeLoosely(bytes: Uint8Array): string {
  const text = new TextDecoder(isUtf16(bytes) ? encodingOf(bytes) : 'utf-8').decode(bytes);
  return normalise(text);
}

function failed(diagnostic: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function startOf(file: string) {
  return { span: { file, start: 0, end: 0 } };
}

function normalise(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A mark, or every second byte of the first few being zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return bytes.length >= 4 && ((a === 0 && c === 0 && b !== 0) || (b === 0 && d === 0 && a !== 0));
}

function encodingOf([a]: Uint8Array): 'utf-16be' | 'utf-16le' {
  return a === 0xfe || a === 0 ? 'utf-16be' : 'utf-16le';
}

/** Where the longest valid beginning ends: found by halving, then back to the start of a character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (wholeCharacters(bytes.subarray(0, middle)) !== undefined) low = middle;
    else high = middle;
  }
  return wholeCharacters(bytes.subarray(0, low)) ?? 0;
}

/** Bytes that whole characters take up, where what follows them may still become one. */
function wholeCharacters(bytes: Uint8Array): number | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return new TextEncoder().encode(decoder.decode(bytes, { stream: true })).length;
  } catch {
    return undefined;
  }
}
