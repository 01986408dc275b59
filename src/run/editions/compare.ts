/** Two editions, takeaway by takeaway and finding by finding: what is new, gone, reworded, moved. */
import type { Content } from '../../model/edition-content.ts';
import type { Change } from '../../model/schema/edition.ts';
import { compareShown } from './compare-shown.ts';
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

/**
 * older and newer content → changes, in order: takeaways, findings, sources, what else is shown, the
 * brief's own words, its corrections. What is no longer used was dropped, unless it is among the `retracted`.
 */
export function compareContents(
  older: Content,
  newer: Content,
  retracted: ReadonlySet<string> = new Set(),
): Change[] {
  const changes = [
    ...compareTakeaways(older, newer),
    ...compareKind(older, newer, 'finding', compareFinding),
    ...compareKind(older, newer, 'source', compareSource),
    ...compareShown(older, newer),
    ...compareKind(older, newer, 'brief', compareBrief),
  ];
  return changes.map((one) => orRetracted(one, retracted));
}

/** What was dropped because it has been retracted is told as a retraction. */
function orRetracted(change: Change, retracted: ReadonlySet<string>): Change {
  const { subject, id, what } = change;
  if (what !== 'dropped' || !retracted.has(`${subject}/${id}`)) return change;
  return { ...change, what: 'retracted' };
}

function compareKind(
  older: Content,
  newer: Content,
  subject: 'finding' | 'source' | 'brief',
  compare: Compare,
): Change[] {
  return compareRecords(older[subject] ?? {}, newer[subject] ?? {}, subject, compare);
}

/** Takeaways are compared in the order of the newer brief; those written in the brief by number. */
function compareTakeaways(older: Content, newer: Content): Change[] {
  return compareRecords(takeawaysOf(older), takeawaysOf(newer), 'takeaway', compareTakeaway);
}

function takeawaysOf(content: Content): Readonly<Record<string, Data>> {
  const [brief] = Object.values(content.brief ?? {});
  const listed = Array.isArray(brief?.takeaways) ? brief.takeaways : [];
  const all = content.takeaway ?? {};
  const placed = listed.map((item: unknown, index): [string, Data] =>
    typeof item === 'string' ? [item, all[item] ?? {}] : [`takeaway ${index + 1}`, item as Data],
  );
  return Object.fromEntries(placed);
}

const wordsOfTakeaways = ['lead', 'body', 'confidenceReason'].concat([
  'assumptions',
  'alternatives',
  'indicators',
]);

function compareTakeaway(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'takeaway' as const, id, label: labelOf(id, after) };
  return [
    ...moved(base, 'likelihood', before, after),
    ...moved(base, 'confidence', before, after),
    ...inEveryLanguage(base, wordsOfTakeaways, before, after),
    ...listChanges(base, 'findings', before, after),
  ];
}

function compareFinding(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'finding' as const, id, label: labelOf(id, after) };
  const evidence = sourceChanges(base, before, after);
  const status: Change[] =
    before.status !== after.status && after.status === 'retracted'
      ? [{ ...base, what: 'retracted', from: text(before.status ?? 'active'), to: 'retracted' }]
      : [];
  return [
    ...status,
    ...valueChanges(base, before, after),
    ...moved(base, 'confidence', before, after),
    ...inEveryLanguage(base, ['statement', 'detail'], before, after),
    ...evidence,
  ];
}

function compareSource(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'source' as const, id, label: labelOf(id, after) };
  const from = text(before.status ?? 'current');
  const to = text(after.status ?? 'current');
  if (from !== to && (to === 'retracted' || to === 'corrected')) {
    return [{ ...base, what: to, from, to }];
  }
  return reworded(base, ['title', 'issued', 'grade', 'status'], before, after);
}

function compareBrief(id: string, before: Data, after: Data): Change[] {
  const base = { subject: 'brief' as const, id, label: labelOf(id, after) };
  const sections = sectionTexts(before);
  const newSections = sectionTexts(after);
  const changedSections = [...new Set([...sections.keys(), ...newSections.keys()])].flatMap(
    (title): Change[] => {
      const from = sections.get(title);
      const to = newSections.get(title);
      if (from === to) return [];
      const what = from === undefined ? 'new' : to === undefined ? 'dropped' : 'reworded';
      return [
        {
          ...base,
          what,
          field: title,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        },
      ];
    },
  );
  const own = ['title', 'subtitle', 'standfirst', 'introduction', 'conclusion', 'gaps'];
  return [
    ...inEveryLanguage(base, own, before, after),
    ...changedSections,
    ...correctionChanges(base, before, after),
  ];
}

/** A correction that was published belongs to the record; one that has gone is told as well. */
function correctionChanges(base: Base, before: Data, after: Data): Change[] {
  const from = correctionsOf(before);
  const to = correctionsOf(after);
  const field = 'corrections';
  return [
    ...to
      .filter((line) => !from.includes(line))
      .map((line): Change => ({ ...base, what: 'corrected', field, to: line })),
    ...from
      .filter((line) => !to.includes(line))
      .map((line): Change => ({ ...base, what: 'dropped', field, from: line })),
  ];
}

function correctionsOf({ corrections }: Data): string[] {
  const all = Array.isArray(corrections) ? (corrections as Data[]) : [];
  return all.map((one) => `${text(one.date)}: ${text(one.text)}`);
}

function sectionTexts(brief: Data): Map<string, string> {
  const sections = Array.isArray(brief.sections) ? (brief.sections as Data[]) : [];
  return new Map(sections.map((section) => [text(section.title), text(section.body)]));
}

function moved(
  base: Base,
  field: 'likelihood' | 'confidence',
  before: Data,
  after: Data,
): Change[] {
  if (before[field] === after[field]) return [];
  return [
    { ...base, what: field, from: text(before[field]) || '–', to: text(after[field]) || '–' },
  ];
}

function valueChanges(base: Base, before: Data, after: Data): Change[] {
  const from = valuesOf(before);
  const to = valuesOf(after);
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((field): Change[] =>
    from.get(field) === to.get(field)
      ? []
      : [{ ...base, what: 'value', field, from: from.get(field) ?? '–', to: to.get(field) ?? '–' }],
  );
}

function valuesOf({ value, unit, values }: Data): Map<string, string> {
  const named = Object.entries((values ?? {}) as Record<string, Data>).map(
    ([name, one]): [string, string] => [name, measure(one.value, one.unit)],
  );
  return new Map([
    ...(value === undefined ? [] : [['value', measure(value, unit)] as const]),
    ...named,
  ]);
}

function measure(value: unknown, unit: unknown): string {
  return unit === undefined ? text(value) : `${text(value)} ${text(unit)}`;
}

function sourceChanges(base: Base, before: Data, after: Data): Change[] {
  const from = sourcesOf(before);
  const to = sourcesOf(after);
  const added = [...to].filter((id) => !from.has(id));
  const removed = [...from].filter((id) => !to.has(id));
  return [
    ...added.map((id): Change => ({ ...base, what: 'source-added', to: id })),
    ...removed.map((id): Change => ({ ...base, what: 'source-removed', from: id })),
  ];
}

function sourcesOf({ evidence }: Data): Set<string> {
  const pieces = Array.isArray(evidence) ? (evidence as Data[]) : [];
  return new Set(pieces.map(({ source }) => text(source)));
}

function listChanges(base: Base, field: string, before: Data, after: Data): Change[] {
  const from = (Array.isArray(before[field]) ? before[field] : []).join(', ');
  const to = (Array.isArray(after[field]) ? after[field] : []).join(', ');
  return from === to ? [] : [{ ...base, what: 'reworded', field, from, to }];
}
