/**
 * Values of a PDF as they stand in a file. Streams are written by whoever writes the file.
 * Source: ISO 32000-1, 7.3 (objects).
 */
import { PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values.ts';

/** value → its source: one character a byte. Of a stream, its dictionary. */
export function sourceOf(value: PdfValue): string {
  if (typeof value === 'number') return numberSource(value);
  if (value instanceof PdfRef) return refSource(value);
  if (value instanceof PdfName) return nameSource(value.text);
  if (value instanceof PdfString) return value.isHex ? `<${value.source}>` : `(${value.source})`;
  if (value instanceof PdfDict) return dictSource(value);
  if (Array.isArray(value)) {
    let source = '[ ';
    for (const item of value) source += `${sourceOf(item)} `;
    return `${source}]`;
  }
  return value === null || typeof value === 'boolean' ? String(value) : dictSource(value.dict);
}

/** reference → `12 0 R`; a key by which an object may be known. */
export function refSource({ number, generation }: PdfRef): string {
  return `${number} ${generation} R`;
}

function dictSource(dict: PdfDict): string {
  let source = '<<\n';
  for (const [key, value] of dict.map) source += `${nameSource(key)} ${sourceOf(value)}\n`;
  return `${source}>>`;
}

/** Text of a name → with slash and escapes. Source: ISO 32000-1, 7.3.5. */
export function nameSource(text: string): string {
  return regular.test(text)
    ? `/${text}`
    : `/${text.replace(irregular, (one) => `#${hexOf(one.charCodeAt(0))}`)}`;
}

const regular = /^[!"$&'*-.0-;=?-Z\\^-z|~]*$/;
const irregular = /[^!"$&'*-.0-;=?-Z\\^-z|~]/g;

function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/** PDF knows no exponents. */
function numberSource(value: number): string {
  const source = String(value);
  if (!source.includes('e')) return source;
  const [, sign = '', whole = '', part = '', power = ''] =
    source.match(/^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/) ?? [];
  const digits = whole + part;
  const zeros = Number(power);
  return zeros < 0
    ? `${sign}0.${digits.padStart(digits.length - zeros - 1, '0')}`
    : `${sign}${digits.padEnd(zeros + 1, '0')}`;
}
