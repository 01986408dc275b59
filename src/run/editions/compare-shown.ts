/** What a brief shows besides its takeaways, in two editions: figures, quotations, key figures, events… */
import { canonicalJson } from '../../model/canonical.ts';
import type { Content } from '../../model/edition-content.ts';
import type { Change } from '../../model/schema/edition.ts';
import {
  type Base,
  type Compare,
  compareRecords,
  type Data,
  inEveryLanguage,
  labelOf,
  reworded,
  text,
} from './compare-words.ts';

/** Subject → its fields that hold words, in every language, and its facts. */
const fields = {
  quote: [
    ['text', 'lead', 'role', 'place', 'outlet'],
    ['original', 'speaker', 'date', 'source', 'locator'],
  ],
  event: [
    ['title', 'detail'],
    ['date', 'source', 'locator'],
  ],
  trend: [
    ['title', 'body'],
    ['direction', 'period'],
  ],
  recommendation: [
    ['action', 'actor'],
    ['priority', 'due'],
  ],
  term: [['term', 'expansion', 'definition'], []],
} as const;

/** older and newer content → changes, in order of the subjects. */
export function compareShown(older: Content, newer: Content): Change[] {
  const kinds = Object.keys(fields) as (keyof typeof fields)[];
  return [
    ...compareRecords(older.figure ?? {}, newer.figure ?? {}, 'figure', compareFigure),
    ...compareRecords(keyFiguresOf(older), keyFiguresOf(newer), 'key-figure', compareKeyFigure),
    ...kinds.flatMap((kind) =>
      compareRecords(older[kind] ?? {}, newer[kind] ?? {}, kind, compareFields(kind)),
    ),
  ];
}

function compareFields(subject: keyof typeof fields): Compare {
  const [words, facts] = fields[subject];
  return (id, before, after) => {
    const base = { subject, id, label: labelOf(id, after) };
    return [
      ...inEveryLanguage(base, words, before, after),
      ...reworded(base, facts, inWords(before), inWords(after)),
    ];
  };
}

/** A speaker is a person of the data, a name or a plain label. */
function inWords({ speaker, ...rest }: Data): Data {
  const { person, name, label } = (speaker ?? {}) as Data;
  return { ...rest, speaker: person ?? name ?? label };
}

/** Key figures have no ids: they are known by the value that they show. */
function keyFiguresOf(content: Content): Readonly<Record<string, Data>> {
  const [brief] = Object.values(content.brief ?? {});
  const all = Array.isArray(brief?.keyFigures) ? (brief.keyFigures as Data[]) : [];
  return Object.fromEntries(
    all.map((one) => {
      const { finding, value } = one;
      return [value === undefined ? text(finding) : `${text(finding)}.${text(value)}`, one];
    }),
  );
}

function compareKeyFigure(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'key-figure' as const, id, label: labelOf(id, after) };
  return inEveryLanguage(base, ['label'], before, after);
}

function compareFigure(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'figure' as const, id, label: labelOf(id, after) };
  return [
    ...inEveryLanguage(base, ['title', 'caption', 'alt', 'longDescription'], before, after),
    ...reworded(base, ['kind', 'unit', 'source'], before, after),
    ...rowChanges(base, before, after),
  ];
}

/** So many rows are told one by one; where more have changed, the rest is counted. */
const rowsTold = 8;

/** A row is known by its cells that are no numbers; without any, by its place. */
function rowChanges(base: Base, before: Data, after: Data): Change[] {
  const from = rowsOf(before);
  const to = rowsOf(after);
  const changes = [...new Set([...from.keys(), ...to.keys()])].flatMap((row): Change[] => {
    const old = from.get(row);
    const now = to.get(row);
    if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return [];
    if (old === undefined) return [{ ...base, what: 'new', field: row, to: printed(now) }];
    if (now === undefined) return [{ ...base, what: 'dropped', field: row, from: printed(old) }];
    return [{ ...base, what: 'value', field: row, from: printed(old), to: printed(now) }];
  });
  const rest = changes.length - rowsTold;
  if (rest <= 0) return changes;
  const more: Change = { ...base, what: 'changed', field: `${rest} more rows` };
  return [...changes.slice(0, rowsTold), more];
}

function rowsOf({ data, x, series, facet }: Data): ReadonlyMap<string, Data> {
  const rows = Array.isArray(data) ? (data as Data[]) : [];
  const axes = new Set([x, series, facet]);
  const known = new Map<string, Data>();
  for (const [index, row] of rows.entries()) {
    const isName = ([column, cell]: [string, unknown]) =>
      axes.has(column) || typeof cell === 'string';
    const names = Object.entries(row).filter(isName);
    const name = names.map(([, cell]) => text(cell)).join(', ') || `row ${index + 1}`;
    const values = Object.fromEntries(Object.entries(row).filter((entry) => !isName(entry)));
    known.set(known.has(name) ? `${name} (row ${index + 1})` : name, values);
  }
  return known;
}

function printed(row: Data | undefined): string {
  const cells = Object.entries(row ?? {}).filter(([, cell]) => cell !== null);
  return cells.map(([column, cell]) => `${column} ${text(cell)}`).join(', ');
}
