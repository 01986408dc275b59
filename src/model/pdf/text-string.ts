/**
 * What the strings of a PDF mean.
 * Source: ISO 32000-1, 7.3.4 (string objects), 7.9.2.2 (text strings), D.2 (PDFDocEncoding).
 */
import { PdfString } from './values.ts';

/** string → its text: UTF-16 where it begins with a mark, else PDFDocEncoding. */
export function textOf(string: PdfString): string {
  if (!string.isHex && /^[\x20-\x5b\x5d-\x7e]*$/.test(string.source)) return string.source;
  const bytes = bytesOf(string);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, false);
  return bytes.toString('latin1').replace(unlikeLatin, (one) => documentEncoding.get(one) ?? one);
}

/** Text → a text string: ASCII as it is, everything else as UTF-16. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(text.replace(/[\\()]/g, '\\$&'));
  const bytes = Buffer.from(`\u{feff}${text}`, 'utf16le').swap16();
  return new PdfString(bytes.toString('hex').toUpperCase(), true);
}

/** Milliseconds since 1970 → a date. Source: ISO 32000-1, 7.9.4. */
export function dateString(timestampMs: number): PdfString {
  const digits = new Date(timestampMs)
    .toISOString()
    .replace(/\.\d+/, '')
    .replace(/[-:TZ]/g, '');
  return new PdfString(`D:${digits}Z`);
}

function bytesOf({ source, isHex }: PdfString): Buffer {
  if (isHex) {
    // What is no digit counts as 0, so that nothing behind it is passed over.
    const digits = source.replace(/[\0\t\n\f\r ]/g, '').replace(/[^\da-f]/gi, '0');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }
  const plain = source.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
    return escapes.get(escaped) ?? escaped;
  });
  return Buffer.from(plain, 'latin1');
}

/** Source: ISO 32000-1, table 3; a line end behind a backslash is none. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);

function utf16(bytes: Buffer, isBigEndian: boolean): string {
  const whole = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  const text = (isBigEndian ? whole.swap16() : whole).toString('utf16le').toWellFormed();
  return bytes.length % 2 === 0 ? text : `${text}\u{fffd}`;
}

/** Bytes that PDFDocEncoding takes otherwise than Latin-1. */
const unlikeLatin = /[\x16\x18-\x1f\x7f-\xa0\xad]/g;

const encoded =
  '\u0017\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc\ufffd' +
  '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018' +
  '\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd' +
  '\u20ac\ufffd';

const codes = [
  0x16,
  ...Array.from({ length: 8 }, (_, index) => 0x18 + index),
  ...Array.from({ length: 0x22 }, (_, index) => 0x7f + index),
  0xad,
];

const documentEncoding: ReadonlyMap<string, string> = new Map(
  codes.map((code, index) => [String.fromCharCode(code), encoded[index] ?? '']),
);
