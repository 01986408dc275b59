/**
 * What an audience must not find in a document, worked out from the data and the labels alone. It
 * knows nothing of `select`, so that it can prove whether `select` did its work.
 */
import { entriesOf } from '../../model/entries.ts';
import { isCleared, type Marking, markingOf } from '../../model/marking.ts';
import { defaultMarking, markOf, portionMark } from '../../model/marks.ts';
import { rememberFor } from '../../model/remember.ts';
import type { Attachments, Checked, Entry, Row } from '../../model/stages.ts';
import { numbersOf } from './numbers.ts';
import { Phrases } from './phrases.ts';
import { fragmentLength, runsOf, squash, wordsOf } from './words.ts';

/** What to search for, in one audience's documents. */
export interface Withheld {
  /** True where there is nothing to search for. */
  readonly isEmpty: boolean;
  /** Runs of words that stand in withheld text and nowhere in text that may be seen. */
  readonly fragments: Phrases;
  /** Whole withheld texts without spaces, for text that was torn apart. */
  readonly squashed: readonly string[];
  /** Ids of withheld records, as runs of words. */
  readonly ids: Phrases;
  /** Numbers of four digits and more that stand in withheld records only. */
  readonly numbers: ReadonlySet<string>;
}

/** One string of the data, and whether it is withheld. */
interface Said {
  readonly text: string;
  readonly isSecret: boolean;
  /** Its digits are those of an identifier or an address, which mean nothing by themselves. */
  readonly isCode?: boolean;
}

/** Shorter texts than this are only searched for as a whole, between word borders. */
const minSquashed = 24;

/** records, audience → what must not be found; worked out once for all briefs of a project. */
export const withheldFrom = rememberFor(findWithheld);

function findWithheld({ records, attachments }: Checked, audience: Marking): Withheld {
  const fallback = defaultMarking(records);
  const entries = entriesOf(records);
  const isSecret = (entry: Entry) => !isCleared(labelOf(entry, fallback), audience);
  const said = entries.flatMap((entry) => stringsOf(entry.data, [], isSecret(entry), audience));
  said.push(...rowsOf(entries, attachments, audience, isSecret));
  const secret = said.filter((one) => one.isSecret).map(({ text }) => text);
  const ids = entries.filter(isSecret).map(({ id }) => wordsOf(id));
  const found: Found = {
    fragments: phrasesOf(secret.flatMap(fragmentsOf)),
    squashed: new Set(secret.map(squash).filter((text) => text.length >= minSquashed)),
    ids: phrasesOf(ids.filter(isDistinctive)),
    numbers: new Set(
      said
        .filter((one) => one.isSecret && one.isCode !== true)
        .flatMap(({ text }) => numbersOf(text)),
    ),
  };
  const isNothing = () => Object.values(found).every((one) => one.size === 0);
  if (!isNothing()) for (const { text, isSecret: hides } of said) if (!hides) takeAway(found, text);
  const isEmpty = isNothing();
  return { ...found, squashed: [...found.squashed], isEmpty };
}

/** records, audience → a text that is the same as long as the same is searched for. */
export const withheldText = rememberFor((checked: Checked, audience: Marking): string => {
  const { fragments, squashed, ids, numbers } = withheldFrom(checked, audience);
  return [fragments, squashed, ids, numbers].map((one) => [...one].sort().join('\n')).join('\n\n');
});

interface Found {
  readonly fragments: Phrases;
  readonly squashed: Set<string>;
  readonly ids: Phrases;
  readonly numbers: Set<string>;
}

function phrasesOf(runs: readonly (readonly string[])[]): Phrases {
  const phrases = new Phrases();
  for (const run of runs) phrases.add(run);
  return phrases;
}

/** What may be seen anyway proves nothing: it is taken out of what is searched for. */
function takeAway(found: Found, visible: string): void {
  const words = wordsOf(visible);
  found.fragments.removeThoseIn(words);
  found.ids.removeThoseIn(words);
  const dense = words.join('');
  for (const text of found.squashed) if (dense.includes(text)) found.squashed.delete(text);
  for (const number of numbersOf(visible)) found.numbers.delete(number);
}

/** A brief's own words carry the label of its portions. */
function labelOf(entry: Entry, fallback: Marking): Marking {
  return entry.kind === 'brief'
    ? portionMark(entry as Entry<'brief'>, fallback)
    : markOf(entry, fallback);
}

/** Names of fields whose values are codes, not content. */
const codes = new Set([
  'marking',
  'portions',
  'status',
  'kind',
  'type',
  'template',
  'tags',
  'stance',
]);

/** Names of fields that identify something elsewhere. */
const identifiers = new Set([
  'orcid',
  'ror',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
  'url',
  'archivedUrl',
  'archivedCopy',
  'sha256',
  'email',
]);

/** Fields for the office alone, whatever the label of the record. */
const internal = new Set(['note', 'silence']);

/** Fields that name other records: an id in a visible record's field is not printed. */
const naming = new Set([
  'findings',
  'source',
  'takeaways',
  'figures',
  'quotes',
  'events',
  'trends',
  'recommendations',
  'glossary',
  'authors',
  'affiliations',
  'parent',
  'supersededBy',
  'person',
  'finding',
  'assesses',
]);

function stringsOf(
  value: unknown,
  path: readonly string[],
  isSecret: boolean,
  audience: Marking,
): Said[] {
  if (typeof value === 'string' || typeof value === 'number') {
    const isCode = identifiers.has(path.at(-1) ?? '');
    return [{ text: String(value), isSecret, isCode }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isMarkedPart =
    path.length > 0 && 'marking' in value && value.marking !== null && value.marking !== undefined;
  const isPartSecret = isMarkedPart && !isCleared(markingOf(value.marking), audience);
  return Object.entries(value).flatMap(([key, child]) => {
    if (codes.has(key) || isReference(key, child)) return [];
    // The `note` of a CSL item would stand deeper; ours stands at the root of a record.
    const isInternal = internal.has(key) && path.length === 0;
    const hides = isSecret || isPartSecret || isInternal;
    return stringsOf(child, [...path, key], hides, audience);
  });
}

function isReference(key: string, child: unknown): boolean {
  if (!naming.has(key)) return false;
  if (typeof child === 'string') return true;
  return Array.isArray(child) && child.every((item) => typeof item === 'string');
}

/** Rows of CSV files: those of a withheld figure, and those with a label of their own. */
function rowsOf(
  entries: readonly Entry[],
  { tables }: Attachments,
  audience: Marking,
  isSecret: (entry: Entry) => boolean,
): Said[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'figure') return [];
    const { data } = (entry as Entry<'figure'>).data;
    const table = typeof data === 'string' ? tables.get(data) : undefined;
    return (table?.rows ?? []).flatMap((row) => {
      const hides = isSecret(entry) || isRowSecret(row, audience);
      return Object.entries(row).flatMap(([column, cell]): Said[] =>
        cell === null || column === 'marking' ? [] : [{ text: String(cell), isSecret: hides }],
      );
    });
  });
}

function isRowSecret({ marking }: Row, audience: Marking): boolean {
  return marking !== null && marking !== undefined && !isCleared(markingOf(marking), audience);
}

/** Runs of words of a secret; a short text is one run as a whole, where it is worth searching for. */
function fragmentsOf(text: string): string[][] {
  const words = wordsOf(text);
  if (words.length >= fragmentLength) return runsOf(words, fragmentLength);
  return isDistinctive(words) ? [words] : [];
}

/** One common word proves nothing; a long word or several do. */
function isDistinctive(words: readonly string[]): boolean {
  const { length } = words.join(' ');
  return length >= 12 || (words.length > 1 && length >= 8);
}
