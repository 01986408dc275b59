/** What comparisons of records share: the record in one line, and fields whose words have changed. */
import { canonicalJson } from '../../model/canonical.ts';
import type { Change } from '../../model/schema/edition.ts';

/** The plain data of one record. */
export type Data = Readonly<Record<string, unknown>>;

/** What every change of one record says. */
export type Base = Pick<Change, 'subject' | 'id' | 'label'>;

/** What is told of two versions of a record that differ. */
export type Compare = (id: string, before: Data, after: Data) => Change[];

/**
 * older and newer records of one kind → changes: what is new, what `compare` tells of those that differ,
 * what was dropped. Fields that it has no words for are named, so that no difference goes unsaid.
 */
export function compareRecords(
  before: Readonly<Record<string, Data>>,
  after: Readonly<Record<string, Data>>,
  subject: Change['subject'],
  compare: Compare,
): Change[] {
  const kept = Object.entries(after).flatMap(([id, data]) => {
    const old = before[id];
    if (old === undefined) return [{ subject, id, what: 'new' as const, label: labelOf(id, data) }];
    if (canonicalJson(old) === canonicalJson(data)) return [];
    const told = compare(id, old, data);
    return [...told, ...untold(told, { subject, id, label: labelOf(id, data) }, old, data)];
  });
  const dropped = Object.entries(before)
    .filter(([id]) => after[id] === undefined)
    .map(([id, data]) => ({ subject, id, what: 'dropped' as const, label: labelOf(id, data) }));
  return [...kept, ...dropped];
}

/** A brief names what it shows, which is compared by itself, and its dates change with every edition. */
const ofBriefs = new Set(
  ['gaps', 'impacts', 'disclaimer', 'authors', 'marking', 'portions', 'scale', 'assesses'].concat([
    'appearedIn',
    'dataCutoff',
    'languages',
    'shortTitle',
  ]),
);

function untold(told: readonly Change[], base: Base, before: Data, after: Data): Change[] {
  const covered = new Set(
    told.flatMap(({ what, field = what, lang }) => {
      return [lang === undefined ? field : 'translations', ...(fieldsOf[what] ?? [])];
    }),
  );
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !covered.has(field) && (base.subject !== 'brief' || ofBriefs.has(field)))
    .filter(
      (field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
    );
  return fields.length === 0 ? [] : [{ ...base, what: 'changed', field: fields.sort().join(', ') }];
}

/** Fields that a kind of change tells of. */
const fieldsOf: Readonly<Partial<Record<Change['what'], readonly string[]>>> = {
  value: ['value', 'unit', 'values', 'data'],
  'source-added': ['evidence'],
  'source-removed': ['evidence'],
  retracted: ['status'],
  corrected: ['status'],
  new: ['data'],
  dropped: ['data'],
};

/** base, fields, two versions → a change for each field whose words differ. */
export function reworded(
  base: Base,
  fields: readonly string[],
  before: Data,
  after: Data,
): Change[] {
  return fields.flatMap((field): Change[] => {
    const from = text(before[field]);
    const to = text(after[field]);
    return from === to ? [] : [{ ...base, what: 'reworded', field, from, to }];
  });
}

/** The same for the record's own words and for their translations. */
export function inEveryLanguage(
  base: Base,
  fields: readonly string[],
  before: Data,
  after: Data,
): Change[] {
  const from = translationsOf(before);
  const to = translationsOf(after);
  const tags = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return [
    ...reworded(base, fields, before, after),
    ...tags.flatMap((lang) =>
      reworded(base, fields, from[lang] ?? {}, to[lang] ?? {}).map((one) => ({ ...one, lang })),
    ),
  ];
}

function translationsOf({ translations }: Data): Readonly<Record<string, Data>> {
  return (translations ?? {}) as Record<string, Data>;
}

/** id, record → the record in one line. */
export function labelOf(id: string, data: Data): string {
  return text(
    data.lead ??
      data.statement ??
      data['title-short'] ??
      data.title ??
      data.text ??
      data.action ??
      data.term ??
      data.label ??
      id,
  );
}

/** White space is layout of the YAML, not content. */
export function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(', ');
  return value === undefined || value === null ? '' : String(value).replace(/\s+/g, ' ').trim();
}
