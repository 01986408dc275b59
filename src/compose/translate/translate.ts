/**
 * One brief as one audience may see it → the same in another language: words give way to their
 * translations, and every span leads to the translation from then on. Whatever has none stays as it is
 * and is remembered, so that what is printed of it can be reported.
 */

import type { Place } from '../../model/diagnostic.ts';
import { entriesOf } from '../../model/entries.ts';
import { placeOf } from '../../model/place.ts';
import { schemas } from '../../model/schema/kinds.ts';
import type { Entry, Records, Selected } from '../../model/stages.ts';
import { overlay } from './overlay.ts';
import { redirected } from './redirected.ts';

/** A field that has words and no translation. */
export interface Untranslated {
  readonly entry: Entry;
  readonly place: Place;
}

/** The brief in another language. */
export interface Translated {
  readonly selected: Selected;
  readonly untranslated: readonly Untranslated[];
}

/** selected brief, BCP 47 tag → the brief in that language. */
export function translate(selected: Selected, lang: string): Translated {
  const untranslated: Untranslated[] = [];
  const spoken = <E extends Entry>(entry: E): E => {
    const { data, redirects, missing } = overlay(schemas[entry.kind], entry.data, lang);
    untranslated.push(...missing.map((path) => ({ entry, place: placeOf(entry, path) })));
    const file = redirected(entry.file, entry.path, redirects);
    // Words give way to words, so the kind's shape still holds.
    return { ...entry, data, file } as E;
  };
  const all = entriesOf(selected.records).filter(({ kind }) => kind !== 'brief');
  const byRef = new Map(all.map((entry) => [entry, spoken(entry)]));
  const records = Object.fromEntries(
    Object.entries(selected.records).map(([kind, entries]) => [
      kind,
      new Map([...entries].map(([id, entry]) => [id, byRef.get(entry) ?? entry])),
    ]),
    // Each record stays with its own kind, which is what the type says.
  ) as unknown as Records;
  const brief = spoken(selected.brief);
  const inLanguage = { ...brief, data: { ...brief.data, lang } };
  const withBrief = { ...records, brief: new Map([[brief.id, inLanguage]]) };
  return {
    selected: { ...selected, brief: inLanguage, records: withBrief },
    untranslated,
  };
}
