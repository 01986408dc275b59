/** Identifiers that a standard defines: each field against its standard, one function a standard. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { DataPath, Entry } from '../../model/stages.ts';
import { shorten } from '../field-words.ts';
import { isbnFlaw, issnFlaw, orcidFlaw, rorFlaw } from '../identifiers/check-digits.ts';
import { countryFlaw } from '../identifiers/country.ts';
import { doiFlaw } from '../identifiers/doi.ts';
import { emailFlaw } from '../identifiers/email.ts';
import type { Flaw } from '../identifiers/flaw.ts';
import { languageFlaw } from '../identifiers/language-tag.ts';
import { licenceFlaw } from '../identifiers/licence.ts';
import { timeZoneFlaw } from '../identifiers/time-zone.ts';
import type { RuleContext } from './rule.ts';

type FlawOf = (text: string) => Flaw | undefined;

/** Kind of record → path of a field, joined by dots → the standard it follows. */
const standards: { readonly [K in Kind]?: Readonly<Record<string, FlawOf>> } = {
  publisher: {
    lang: languageFlaw,
    email: emailFlaw,
    licence: licenceFlaw,
    'schedule.zone': timeZoneFlaw,
  },
  person: { orcid: orcidFlaw, email: emailFlaw },
  organisation: { country: countryFlaw, ror: rorFlaw },
  source: {
    DOI: doiFlaw,
    ISBN: isbnFlaw,
    ISSN: issnFlaw,
    language: languageFlaw,
    originalLang: languageFlaw,
  },
  quote: { lang: languageFlaw },
  term: { lang: languageFlaw },
  scale: { lang: languageFlaw },
  brief: { lang: languageFlaw, 'schedule.zone': timeZoneFlaw },
};

/** records → `identifier-invalid`. */
export function checkIdentifiers({ entries }: RuleContext): Diagnostic[] {
  const seen = new Map<string, Flaw | undefined>();
  const flawOf = (standard: FlawOf, value: string): Flaw | undefined => {
    const key = `${standard.name} ${value}`;
    if (!seen.has(key)) seen.set(key, standard(value));
    return seen.get(key);
  };
  return entries.flatMap((entry) =>
    Object.entries(standards[entry.kind] ?? {}).flatMap(([field, standard]) => {
      const path = field.split('.');
      const value = valueAt(entry, path);
      const flaw = value === undefined ? undefined : flawOf(standard, value);
      if (value === undefined || flaw === undefined) return [];
      const slots = { found: shorten(value), problem: flaw.problem };
      return [diagnose('identifier-invalid', slots, { ...placeOf(entry, path), hint: flaw.hint })];
    }),
  );
}

function valueAt({ data }: Entry, path: DataPath): string | undefined {
  let value: unknown = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return typeof value === 'string' ? value : undefined;
}
