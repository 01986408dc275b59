/**
 * Bytes → text, or the reason why not. Only UTF-8 is read; a byte order mark is dropped and line
 * ends become LF, so that the same words give the same brief wherever they were typed.
 */
import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';

/** Largest data file that is read, in bytes. Far above what people write, far below trouble. */
const maxBytes = 20_000_000;

/** path and bytes → text with LF line ends; `undefined` where nothing can be made of the bytes. */
export function decode(file: string, bytes: Uint8Array): Outcome<string | undefined> {
  const start: Span = { file, start: 0, end: 0 };
  if (bytes.length > maxBytes) {
    const slots = { megabytes: Math.round(bytes.length / 1e6), limit: maxBytes / 1e6 };
    return failed(diagnose('file-too-large', slots, { span: start }));
  }
  if (isUtf16(bytes)) return failed(diagnose('encoding-utf16', {}, { span: start }));
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const before = normalise(new TextDecoder().decode(bytes.subarray(0, offset))).length;
    return failed(
      diagnose('encoding-invalid', { offset }, { span: { file, start: before, end: before + 1 } }),
    );
  }
  const text = normalise(new TextDecoder().decode(bytes));
  return { value: text, diagnostics: suspiciousCharacters(file, text) };
}

function failed(diagnostic: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
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

/** Longest valid prefix, found by halving: prefixes of valid UTF-8 are cut at character borders. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle;
  }
  return low;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Characters that must not or should not be in a document. Private use is refused because the
 * composer marks its slots with it (U+E000, U+E001) and because no font can be relied on for it.
 */
const suspicious =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uE000-\uF8FF\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Names of the invisible characters that only earn a warning. */
const invisible: Readonly<Record<string, string>> = {
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a zero-width no-break space',
};

/** text of a file, or a value with escapes undone → what its characters deserve to have said. */
export function suspiciousCharacters(file: string, text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(suspicious)) {
    const span = { file, start: match.index, end: match.index + 1 };
    found.push(describeCharacter(match[0], span));
  }
  return found;
}

/** One character that `suspicious` found → its diagnostic. */
function describeCharacter(character: string, span: Span): Diagnostic {
  const unit = character.charCodeAt(0);
  const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = invisible[character];
  if (name !== undefined) return diagnose('character-invisible', { code, name }, { span });
  if (unit >= 0xd800 && unit <= 0xdfff) return diagnose('character-surrogate', { code }, { span });
  if (unit >= 0xe000 && unit <= 0xf8ff) return diagnose('character-private', { code }, { span });
  if (unit >= 0x202a && unit <= 0x2069) return diagnose('character-bidi', { code }, { span });
  return diagnose('character-control', { code }, { span });
}
