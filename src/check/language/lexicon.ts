/**
 * What the data themselves teach about words: which are names, and which also stand in small letters.
 * Nothing here decides; the rules about headings, acronyms and names ask.
 */
import { entriesOf } from '../../model/entries.ts';
import type { Entry, Leaf, Records } from '../../model/stages.ts';
import { isName } from './fields.ts';
import { startsLarge } from './letters.ts';
import type { Prose } from './prose.ts';
import { bare, wordsIn } from './words.ts';

/** Words of the data, without possessive endings. */
export interface Lexicon {
  /** Fields that are names, in order of the data. */
  readonly names: readonly NameField[];
  /** Words of those names, and of titles set in sentence case, as written. */
  readonly nameWords: ReadonlySet<string>;
  /** Words with a capital inside a sentence of our prose, headings left out. */
  readonly capitals: ReadonlySet<string>;
  /** Words that stand in small letters in our prose. */
  readonly small: ReadonlySet<string>;
  /** Word in small letters → how often it stands with a capital in our prose, headings left out. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A field that is a name or a part of one. */
export interface NameField {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

/** records and their prose → lexicon. */
export function lexiconOf(records: Records, prose: readonly Prose[]): Lexicon {
  const names: NameField[] = [];
  const nameWords = new Set<string>();
  for (const { entry, leaf } of texts(records)) {
    const named = isName(entry.kind, leaf.path);
    if (named) names.push({ entry, leaf });
    if (named || (isTitle(entry, leaf) && isSentenceCase(leaf.value))) {
      for (const found of capitalised(leaf.value)) nameWords.add(found);
    }
  }
  return { names, nameWords, ...casesOf(prose) };
}

/** Words of quotations, titles and errors kept as `sic`, in small letters: not ours to doubt. */
export function foreignWords(records: Records): ReadonlySet<string> {
  const foreign = texts(records).filter(({ entry, leaf }) => isForeign(entry, leaf));
  return new Set(foreign.flatMap(({ leaf }) => split(leaf.value.toLowerCase())));
}

/** text → its words as written, without possessive endings. */
export function split(text: string): string[] {
  return wordsIn(text).map((word) => bare(word.text));
}

function texts(records: Records): NameField[] {
  const found: NameField[] = [];
  for (const entry of entriesOf(records)) {
    for (const leaf of entry.leaves) if (leaf.type === 'text') found.push({ entry, leaf });
  }
  return found;
}

function isTitle({ kind }: Entry, { path }: Leaf): boolean {
  const [field] = path;
  return (
    kind === 'source' && (field === 'title' || field === 'title-short' || field === 'originalTitle')
  );
}

function isForeign(entry: Entry, leaf: Leaf): boolean {
  const [field] = leaf.path;
  if (entry.kind === 'quote') return field === 'text' || field === 'original';
  if (field === 'evidence') return leaf.path.at(-1) === 'quote';
  return field === 'sic' || isTitle(entry, leaf);
}

function casesOf(prose: readonly Prose[]): Pick<Lexicon, 'capitals' | 'small' | 'counts'> {
  const capitals = new Set<string>();
  const small = new Set<string>();
  const counts = new Map<string, number>();
  for (const { sentences } of prose) {
    for (const { role, spellings } of sentences) {
      for (const [index, { text, lower }] of spellings.entries()) {
        if (text === lower) small.add(text);
        else if (role !== 'heading') {
          const word = bare(lower);
          counts.set(word, (counts.get(word) ?? 0) + 1);
          if (index > 0) capitals.add(bare(text));
        }
      }
    }
  }
  return { capitals, small, counts };
}

/** Words with a capital, and the parts of those that have a hyphen. */
function capitalised(text: string): string[] {
  return split(text)
    .filter(startsLarge)
    .flatMap((found) => (/[-‑]/.test(found) ? [found, ...found.split(/[-‑]/)] : [found]));
}

/** Fewer than half of the longer words after the first have a capital. */
function isSentenceCase(title: string): boolean {
  const long = split(title)
    .slice(1)
    .filter(({ length }) => length > 3);
  return long.filter(startsLarge).length * 2 < long.length;
}
