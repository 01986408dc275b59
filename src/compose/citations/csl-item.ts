/** A source as other programs know it: CSL-JSON. Source: CSL 1.0.2, `csl-data.json`. */
import type { CslItem } from '../../model/document.ts';
import { parseDate, toCslDate } from '../../model/edtf.ts';
import type { Data } from '../../model/schema/kinds.ts';
import { canonicalTag } from './locale.ts';
import { shield } from './marked.ts';

/** The plain data of a source. */
export type Source = Data<'source'>;

/** Fields that are the same in CSL-JSON. */
const shared = [
  'type',
  'title',
  'title-short',
  'author',
  'editor',
  'translator',
  'container-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'number',
  'page',
  'edition',
  'genre',
  'medium',
  'URL',
  'DOI',
  'ISBN',
  'ISSN',
  'language',
  'abstract',
] as const satisfies readonly (keyof Source)[];

/** Source → CSL-JSON. Dates that are none are left out: the checks have reported them. */
export function cslItem(id: string, source: Source): CslItem {
  const fields = shared.flatMap((name) =>
    source[name] === undefined ? [] : [[name, source[name]]],
  );
  const item: Record<string, unknown> = Object.fromEntries(fields);
  if (source.originalTitle !== undefined) item['original-title'] = source.originalTitle;
  if (source.translatedBy !== undefined && source.translator === undefined) {
    item.translator = [{ literal: source.translatedBy }];
  }
  for (const name of ['issued', 'accessed'] as const) {
    const written = source[name];
    const parsed = written === undefined ? undefined : parseDate(written);
    if (parsed?.ok) item[name] = toCslDate(parsed.date);
  }
  return { ...item, id };
}

/**
 * CSL-JSON → the same as the engine is to see it: no text that it would take for markup, names left as
 * they were typed, and no publisher where the only author says the same.
 */
export function engineItem(item: CslItem): CslItem {
  const { author, publisher } = item;
  const [only, ...others] = Array.isArray(author) ? author : [];
  const isSelfPublished =
    others.length === 0 && only?.literal === publisher && item['publisher-place'] === undefined;
  const language = typeof item.language === 'string' ? canonicalTag(item.language) : undefined;
  const entries = Object.entries({ ...item, language })
    .filter(([name]) => name !== 'abstract' && !(name === 'publisher' && isSelfPublished))
    .map(([name, value]) => [name, shielded(value)]);
  return { ...Object.fromEntries(entries), id: item.id };
}

function shielded(value: unknown): unknown {
  if (typeof value === 'string') return shield(value);
  if (Array.isArray(value)) return value.map(shielded);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, shielded(each)]);
  const isPerson = 'family' in value;
  return { ...Object.fromEntries(entries), ...(isPerson ? { 'parse-names': false } : {}) };
}
