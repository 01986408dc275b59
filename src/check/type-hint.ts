/** A value of the wrong type → how to write what was probably meant. */

/** What was expected, in words, what was found, and how it was typed. */
export interface Mismatch {
  readonly field: string;
  readonly expected: string;
  readonly found: unknown;
  readonly raw: string;
}

/** Groups of fields that people like to write as a single text, with the short form to write. */
const forms: Readonly<Record<string, string>> = {
  name: '{ given: Jane, family: Doe }, or { literal: … } for a body',
  author: '{ given: Jane, family: Doe }, or { literal: … } for a body',
  editor: '{ given: Jane, family: Doe }, or { literal: … } for a body',
  translator: '{ given: Jane, family: Doe }, or { literal: … } for a body',
  speaker: '{ person: an-id }, { name: Jane Doe } or { label: observers }',
  evidence: '{ source: an-id, locator: p. 3 }',
};

/** mismatch → the remedy, or undefined where nothing better can be said than what was expected. */
export function typeHint(mismatch: Mismatch): string | undefined {
  const { expected } = mismatch;
  return (
    (expected.includes('text') ? textHint(mismatch) : undefined) ??
    (expected.includes('list') ? listHint(mismatch) : undefined) ??
    (expected.includes('true or false') ? booleanHint(mismatch) : undefined) ??
    (expected.includes('number') ? numberHint(mismatch) : undefined) ??
    (expected.includes('group of fields') ? groupHint(mismatch) : undefined)
  );
}

function textHint({ found, raw }: Mismatch): string | undefined {
  if (typeof found === 'number' || typeof found === 'boolean') return `quote it: "${raw}"`;
  const isBracketed = /^[[{]/.test(raw);
  if (isBracketed) return 'where the brackets belong to the text, put all of it in quotation marks';
  if (Array.isArray(found)) return 'write one text, without the hyphens in front of its lines';
  if (typeof found !== 'object' || found === null) return undefined;
  const [line = ''] = raw.split('\n');
  const isText = Object.keys(found).length === 1 && !line.includes('"');
  return isText
    ? `put the whole text in quotation marks, because of the colon: "${line.trim()}"`
    : 'write one text; fields below it have no place here';
}

function listHint({ found, raw }: Mismatch): string | undefined {
  const byLine = 'begin each item on a line of its own, with a hyphen and a space: "- "';
  if (typeof found !== 'string') return byLine;
  if (/^[-–—•·*]/.test(raw)) return byLine;
  return /^[\p{L}\d][\p{L}\d ,-]*$/u.test(raw) && raw.length < 60
    ? `write it as a list: [${raw}]`
    : byLine;
}

function booleanHint({ found }: Mismatch): string {
  if (typeof found === 'string' && /^(?:y|yes|on|true)$/i.test(found)) return 'write true';
  if (typeof found === 'string' && /^(?:n|no|off|false)$/i.test(found)) return 'write false';
  return 'write true or false, without quotation marks';
}

function numberHint({ found, raw }: Mismatch): string | undefined {
  if (typeof found !== 'string') return 'write it in digits, with a point before decimals';
  const percent = /^(-?\d+(?:[.,]\d+)?)[\s\u00A0\u202F]*(?:%|per ?cent)$/.exec(found.trim());
  if (percent !== null) return `write ${percent[1]?.replace(',', '.')}, and "unit: '%'" below it`;
  const plain = found.replace(/[ ,_'’\u00A0\u202F]/g, '');
  if (plain === '' || !Number.isFinite(Number(plain))) {
    return 'write digits only; words about the number go into "unit" or the text';
  }
  const isQuoted = /^["']/.test(raw) && plain === found;
  return isQuoted
    ? `write ${plain}, without quotation marks`
    : `write ${plain}, without spaces, commas or quotation marks`;
}

function groupHint({ field, found }: Mismatch): string | undefined {
  if (Object.hasOwn(forms, field)) return `write ${forms[field]}`;
  if (typeof found === 'number') return `write { value: ${found} }`;
  return undefined;
}
