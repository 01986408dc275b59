/** An item of CSL-JSON → a source as the schema has it, and what had to be left out. */
import { schemas } from '../../../model/schema/kinds.ts';
import { sourceTypes } from '../../../model/schema/sources.ts';
import { edtfOf } from './csl-date.ts';
import type { LooseItem } from './read-references.ts';

/** A source, ready to be written. */
export interface SourceRecord {
  /** Field → value, in the order of the schema. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** One clause each. */
  readonly notices: readonly string[];
}

/** What a reference manager keeps for itself. */
const ownFields = new Set(['id', 'citation-key', 'citation-label', 'system_id', '_graph']);

const dates = new Set(['issued', 'accessed']);
const names = new Set(['author', 'editor', 'translator']);

/** item → source. A field that does not fit is left out, and said. */
export function sourceRecord(item: LooseItem): SourceRecord {
  const notices: string[] = [];
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(schemas.source.shape)) {
    if (!isPlainField(field)) continue;
    const value = item[field];
    if (field !== 'type' && field !== 'title' && isNothing(value)) continue;
    const converted = convert(field, value, notices);
    if (converted !== undefined) fields[field] = converted;
  }
  const left = Object.keys(item).filter((field) => !isPlainField(field) && !ownFields.has(field));
  notices.push(...left.sort().map((field) => `the field "${field}" is left out: it has no place`));
  return { fields: keepWhatFits(fields, notices), notices };
}

/** Fields of CSL that the schema has under the same name and with the same meaning. */
function isPlainField(field: string): boolean {
  const ours = ['status', 'silence', 'marking', 'tags', 'sic', 'grade', 'access'];
  return Object.hasOwn(schemas.source.shape, field) && !ours.includes(field);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function convert(field: string, value: unknown, notices: string[]): unknown {
  if (field === 'type') return typeOf(value, notices);
  if (field === 'title') return titleOf(value, notices);
  if (dates.has(field)) {
    const date = edtfOf(value);
    if (date === undefined) notices.push(`the date "${field}" is left out: it cannot be read`);
    return /^[1-9]\d{3}$/.test(date ?? '') ? Number(date) : date;
  }
  if (names.has(field)) return namesOf(value);
  if (field === 'DOI') return String(value).replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value;
  const text = plain(value);
  const isCount = /^(0|[1-9]\d{0,8})$/.test(text);
  return isCount && numberFields.has(field) ? Number(text) : text;
}

const numberFields = new Set(['volume', 'issue', 'number', 'page', 'edition']);

function typeOf(value: unknown, notices: string[]): string {
  const known = sourceTypes.find((type) => type === value);
  if (known !== undefined) return known;
  notices.push(
    `the type ${JSON.stringify(value ?? '')} is not among ours: "document" stands for it`,
  );
  return 'document';
}

function titleOf(value: unknown, notices: string[]): string {
  const title = typeof value === 'string' ? plain(value) : '';
  if (title !== '') return title;
  notices.push('there is no title: put one in');
  return 'Untitled';
}

/** Rich text of CSL-JSON and the blanks of a wrapped line are not for a plain field. */
function plain(text: string): string {
  return text
    .replace(/<\/?(i|b|sc|sup|sub|span)(\s[^>]*)?>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A family name that stands alone is the name of a body. */
function namesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((name: unknown) => {
    if (typeof name !== 'object' || name === null) return { literal: String(name) };
    const typed: Readonly<Record<string, unknown>> = { ...name };
    const entries = nameParts
      .map((key) => [key, typed[key]] as const)
      .filter(([, part]) => part !== undefined && part !== '');
    const parts: Record<string, unknown> = Object.fromEntries(entries);
    if (parts.literal !== undefined) return { literal: parts.literal };
    const isAlone = entries.length === 1 && parts.family !== undefined;
    return isAlone ? { literal: parts.family } : parts;
  });
}

/** In the order of the schema. */
const nameParts = [
  'literal',
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
];

/** The schema has the last word. */
function keepWhatFits(
  fields: Readonly<Record<string, unknown>>,
  notices: string[],
): Readonly<Record<string, unknown>> {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    schemas.source.shape;
  const kept = Object.entries(fields).filter(([field, value]) => {
    const fits = shape[field]?.safeParse(value).success === true;
    const isSafe = field !== 'URL' || /^https?:\/\//i.test(String(value));
    if (!fits || !isSafe) notices.push(`the field "${field}" is left out: its value does not fit`);
    return fits && isSafe;
  });
  return Object.fromEntries(kept);
}
